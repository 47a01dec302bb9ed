# What Debian compiles its own packages with (hardening=+all), so that a fault in reading someone's
# file ends the program and no more. Sanitizers and -O0 do not go with it; hence an option, which
# the release preset sets: what is shipped is what is tested.
option(TILTAK_HARDENED "compile and link with Debian's hardening flags" OFF)

include(CheckPIESupported)
check_pie_supported() # links programs as position-independent too

if(TILTAK_HARDENED)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
                      -Wformat -Werror=format-security)
  add_link_options(-Wl,-z,relro -Wl,-z,now)
endif()
