// Elementary functions that give the same bits everywhere.
//
// The C library picks other code paths (and other last bits) on other processors. What can reach a
// draw goes through these: only +, -, *, / and integer operations on IEEE doubles, no fused
// multiply-add (-ffp-contract=off). Errors are below 1 ulp for exp and log, below 3 ulp for the
// others, over the whole range (tests/unit/core).
#pragma once

namespace tiltak::exact {

double exp(double x); // +inf above 709.78, 0 below -745.13; nan for nan
double log(double x); // -inf at 0, nan below
double expm1(double x); // exp(x) - 1 without cancellation near 0
double log1p(double x); // log(1 + x) without cancellation near 0
double pow(double x, double y); // x > 0: exp(y log x); relative error grows as |y log x| * 2^-52

} // namespace tiltak::exact
