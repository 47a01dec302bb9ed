"""The C library picks variants of its functions by the processor; masking what the processor has
makes it pick others. Results do not notice."""
import platform
import subprocess
import unittest

from checksums import check_same
from program import BUILD, bits

# glibc's names (elf/cpu_features): without fused multiply-add; without AVX2; with nothing but SSE2.
MASKS = {
    "no FMA": "-FMA,-FMA4",
    "no AVX2": "-AVX2,-AVX2_Usable,-FMA,-FMA4,-AVX2_Fast_Unaligned_Load",
    "the least": "-AVX512F,-AVX2,-AVX2_Usable,-AVX,-FMA,-FMA4,-SSE4_2,-SSE4_1,-SSSE3,-ERMS,-BMI2",
}


class Library(unittest.TestCase):
    @unittest.skipUnless(platform.libc_ver()[0] == "glibc", "GLIBC_TUNABLES is glibc's")
    def test_masked_processors(self):
        expected = bits()
        for name, mask in MASKS.items():
            with self.subTest(name):
                found = bits(GLIBC_TUNABLES=f"glibc.cpu.hwcaps={mask}")
                check_same(self, expected, found, name)

    def test_the_program_fuses_no_multiplication(self):
        """A fused multiply-add in our own code would be another number; the compiler is told not to
        (-ffp-contract=off), and outside the vector kernels there is no such instruction."""
        shown = subprocess.run(["objdump", "-d", "--no-show-raw-insn", BUILD / "tiltak"],
                               capture_output=True, text=True, check=True).stdout
        function, fused = "", set()
        for row in shown.splitlines():
            if row.endswith(">:"):
                function = row
            elif "vfmadd" in row or "vfmsub" in row or "vfnm" in row:
                fused.add(function)
        ours = {f for f in fused if "N_" not in f}  # Highway's namespaces: N_AVX2, N_AVX3, ...
        self.assertEqual(ours, set())


if __name__ == "__main__":
    unittest.main(verbosity=2)
