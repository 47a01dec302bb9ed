// How well the simulation says what was published: as a page (report/html) and as a page of the
// documentation. Made from targets and an estimate; both say the same.
#pragma once

#include <string>
#include <vector>

#include <tiltak/report/document.hpp>
#include <tiltak/study/estimation.hpp>

namespace tiltak::study {

// A parameter counts as set by the prior when estimation left more than this part of its width.
constexpr double set_by_the_prior = 0.8;

// `made_by`: the command, for the head.
report::Document fit_document(const std::vector<Target>& targets, const Estimate& estimate,
                              const std::string& made_by);

// The same as Markdown: paragraphs, key numbers and tables; a figure is its table.
std::string to_markdown(const report::Document& document);

} // namespace tiltak::study
