#include <doctest/doctest.h>

#include <tiltak/people/synthesis.hpp>
#include <tiltak/scenario/persons_file.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/state/job_registration.hpp>

#include "files.hpp"
#include "reading.hpp"

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

const Month persons_from = Month::of(2013, 1), persons_to = persons_from + 84;

struct Read {
  GivenPeople people;
  std::string errors;
};

Read persons(const std::string& csv, const std::string& burn_in = "0") {
  const Files files;
  files.write("p.csv", csv);
  const auto file =
      files.write("s.yaml", "population:\n  file: p.csv\n  burn_in_months: " + burn_in + "\n");
  Read read;
  Diagnostics diagnostics;
  const Values values = resolve(file);
  read.people = read_persons(values, persons_from, persons_to, diagnostics);
  read.errors = to_string(diagnostics);
  return read;
}

const std::string header = "id,birth,sex,origin,education";

} // namespace

TEST_CASE("a person of a file has what stands there") {
  const Read read =
      persons(header + ",county,skill,arrival,departure,status,months,benefit_months\n"
                       "a,1980-05,woman,asia,higher_long,oslo,professional,,,none_unemployed,7,17\n"
                       "\"b, junior\",1996-03,man,norway,compulsory,,,,2016-01,,,\n");
  CHECK(read.errors.empty());
  REQUIRE(read.people.size() == 2);
  const GivenPerson& a = read.people[0];
  CHECK(a.birth == Month::of(1980, 5));
  CHECK(a.sex == Sex::woman);
  CHECK(a.origin == BirthRegion::asia);
  CHECK(a.education == Education::higher_long);
  CHECK(a.county == 2);
  CHECK(a.skill == 2);
  CHECK(a.start.pair == static_cast<std::uint8_t>(Pair::none_unemployed));
  CHECK(a.start.months == 7);
  CHECK(a.start.benefit == 17);
  CHECK(read.people[1].id == "b, junior");
  CHECK(read.people[1].departure == Month::of(2016, 1));
  CHECK(read.people[1].start.pair == GivenStart::not_given);
}

TEST_CASE("the persons of a file are the population and nobody else is") {
  const Read read = persons(header + ",arrival,departure\n"
                                     "a,1980-05,woman,asia,higher_long,,\n"
                                     "b,1996-03,man,norway,compulsory,,\n"
                                     "c,1970-01,man,norway,compulsory,2014-02,2015-08\n"
                                     "d,1947-02,man,norway,compulsory,,\n");
  REQUIRE(read.errors.empty());
  PopulationPlan plan;
  plan.margins = {{"sex", {0}, {1, 1}}};
  plan.frailty = {1, 0, 0, 0};
  plan.given = std::make_shared<const GivenPeople>(read.people);
  const People people = synthesise(plan, persons_from, 84, Draws{1, 0});
  REQUIRE(people.size() == 4);
  CHECK(people.id == std::vector<std::string>{"d", "c", "a", "b"}); // sorted by birth
  CHECK(people.departure[0] == Month::of(2014, 2).index); // the 67th birthday
  CHECK(people.arrival[1] == Month::of(2014, 2).index);
  CHECK(people.departure[1] == Month::of(2015, 8).index);
  CHECK(people.arrival[2] == persons_from.index);
  CHECK(people.arrival[3] == Month::of(2014, 3).index); // the 18th birthday
}

TEST_CASE("every mistake of a population is reported at once with its place") {
  const Read read = persons(header + ",county,departure,status,months,benefit_months\n"
                                     "a,1980-05,women,norway,compulsory,,,,,\n"
                                     "a,1980-13,man,sweden,phd,atlantis,,,,\n"
                                     "b,1930-01,man,norway,compulsory,,,,,\n"
                                     "c,2010-01,man,norway,compulsory,,,,,\n"
                                     "d,1980-01,man,norway,compulsory,,2012-01,unemployed,-3,99\n"
                                     "e,1980-01,man,norway,compulsory,,,,4,\n"
                                     ",1980-01,man,norway,compulsory\n"
                                     "f,1980-01,man,norway,compulsory,,,none_measure,,\n"
                                     "g,1980-01,man,norway,compulsory,,,full_none,300,\n");
  for (const char* part :
       {"p.csv:2:11: error: sex: unknown code 'women'", "did you mean 'woman'?",
        "p.csv:3:1: error: id: 'a' stands already in line 2",
        "p.csv:3:3: error: birth: '1980-13' is not a month",
        "p.csv:3:15: error: origin: unknown code 'sweden'", "unknown code 'phd'",
        "unknown code 'atlantis'", "who was born in 1930-01 is never from 18 to 66",
        "who was born in 2010-01 is never from 18 to 66", "2012-01 is not after the arrival",
        "status: unknown code 'unemployed'", "months: -3 is out of range",
        "benefit_months: 99 is out of range", "p.csv:7:", "needs a status beside it",
        "p.csv:8:1: error: 5 cells, not 10", "unknown code 'none_measure'",
        "months: 300 is out of range"})
    CHECK_MESSAGE(has(read.errors, part), part << " in " << read.errors);
}

TEST_CASE("a status and a burn-in do not go together") {
  const std::string csv = header + ",status\na,1980-05,woman,asia,higher_long,full_none\n";
  CHECK(has(persons(csv, "12").errors, "set population.burn_in_months to 0"));
  CHECK(persons(csv, "0").errors.empty());
}

TEST_CASE("a file without persons or without columns is refused") {
  CHECK(has(persons(header + "\n").errors, "there is nobody in this file"));
  CHECK(has(persons("id,birth,sex\n").errors, "the column 'origin' is missing"));
  CHECK(has(persons("id,birth,sex,orgin,education\n").errors, "did you mean 'origin'?"));
  std::string many = header + "\n";
  for (int i = 0; i < 300; ++i) many += "a" + std::to_string(i) + ",x,man,norway,compulsory\n";
  CHECK(has(persons(many).errors, "100 more errors in this file"));
}
