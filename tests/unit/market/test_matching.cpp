#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

#include <tiltak/market/matching.hpp>

using namespace tiltak;

TEST_CASE("matches never exceed searchers or vacancies and the limits are right") {
  for (double i : {0.5, 1.0, 1.27, 3.0}) {
    const Matching matching{.curvature = i};
    for (double s : {0.1, 1.0, 50.0})
      for (double v : {0.1, 1.0, 50.0}) {
        const double m = s * matching.job_finding(s, v);
        CHECK(m <= std::min(s, v) * (1 + 1e-12));
        CHECK(m == doctest::Approx(v * matching.vacancy_filling(s, v)));
        CHECK(matching.vacancies_for(s, matching.job_finding(s, v)) == doctest::Approx(v));
      }
    CHECK(matching.job_finding(1e-9, 1) == doctest::Approx(1).epsilon(0.001));
    CHECK(matching.job_finding(1, 0) == 0);
  }
  const Matching one{.curvature = 1};
  CHECK(one.job_finding(2, 3) == doctest::Approx(3.0 / 5)); // S V / (S + V) / S
}

TEST_CASE("impact displacement is what a small perturbation does") {
  // One more unit of search: the others lose -S dlambda / dS of what it finds, lambda.
  const auto perturbed = [](const Matching& m, double s, double v) {
    const double h = 1e-5 * s;
    return -s * (m.job_finding(s + h, v) - m.job_finding(s - h, v)) / (2 * h) / m.job_finding(s, v);
  };
  for (double i : {0.7, 1.0, 1.5})
    for (double v : {0.2, 1.0, 5.0}) {
      const Matching matching{.curvature = i};
      CHECK(impact_displacement(matching, 1, v) ==
            doctest::Approx(perturbed(matching, 1, v)).epsilon(1e-6));
      const double lambda = matching.job_finding(1, v);
      CHECK(impact_displacement(matching, 1, v) == doctest::Approx(1 - std::pow(lambda, i)));
    }
  const Matching cobb{.form = MatchingForm::cobb_douglas, .scale = 0.4, .elasticity = 0.6};
  CHECK(impact_displacement(cobb, 1, 1) == doctest::Approx(perturbed(cobb, 1, 1)).epsilon(1e-6));
}

TEST_CASE("displacement is small in a tight market and nearly whole in a slack one") {
  const Matching matching{.curvature = 1};
  CHECK(impact_displacement(matching, 1, 100) < 0.02);
  CHECK(impact_displacement(matching, 100, 1) > 0.98);
  CHECK(long_run_displacement(1, 0.02, 0.1, 0.5) == doctest::Approx(0));
  CHECK(long_run_displacement(0, 0.02, 0.1, 0.5) == doctest::Approx(1));
}

TEST_CASE(
    "a Cobb-Douglas function displaces nobody when all are matched and all when jobs run out") {
  const Matching matching{.form = MatchingForm::cobb_douglas, .scale = 0.9, .elasticity = 0.5};
  CHECK(matching.job_finding(1, 16) == 1); // 0.9 * 4 is more than there are
  CHECK(impact_displacement(matching, 1, 16) == 0);
  CHECK(matching.job_finding(16, 1) == 1.0 / 16);
  CHECK(impact_displacement(matching, 16, 1) == 1);
  CHECK(impact_displacement(matching, 1, 1) == doctest::Approx(0.5));
}
