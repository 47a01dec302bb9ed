#include <tiltak/study/slopes.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <Eigen/Dense>

namespace tiltak::study {

Matrix curvature(const Slopes& slopes) {
  const Eigen::Index p = slopes.of_targets.cols();
  Matrix m = slopes.of_targets.transpose() * slopes.of_targets;
  m.diagonal().array() -= slopes.noise;
  const Eigen::SelfAdjointEigenSolver<Matrix> solver(m);
  const Vector known = solver.eigenvalues().cwiseMax(0.0);
  return solver.eigenvectors() * known.asDiagonal() * solver.eigenvectors().transpose() +
         Matrix::Identity(p, p);
}

Slopes without_noise(const Slopes& slopes) {
  constexpr Eigen::Index many = 30;
  constexpr double of_median = 1 / 0.6745, least = 1.5; // in standard deviations
  if (slopes.of_targets.cols() < many) return slopes;
  Slopes shrunk = slopes;
  shrunk.noise = 0;
  std::vector<double> sizes(static_cast<std::size_t>(slopes.of_targets.cols()));
  for (auto row : shrunk.of_targets.rowwise()) {
    std::transform(row.begin(), row.end(), sizes.begin(), [](double s) { return std::abs(s); });
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    const double noise = least * of_median * *middle;
    for (double& s : row)
      if (s != 0) s *= std::max(0.0, 1 - noise * noise / (s * s));
  }
  return shrunk;
}

} // namespace tiltak::study
