# SPDX-License-Identifier: MIT
# hw_flags(target): warnings, hardening and reproducible arithmetic for everything that we compile.
include(CheckCCompilerFlag)
include(CheckLinkerFlag)

set(HW_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
    -Wformat=2 -Wundef)

# Flags that a compiler does not know are left out: they harden, they change no behaviour.
set(HW_HARDENING "")
foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
    string(MAKE_C_IDENTIFIER "HW_HAS${flag}" known)
    check_c_compiler_flag("${flag} -Werror" ${known})
    if(${known})
        list(APPEND HW_HARDENING ${flag})
    endif()
endforeach()
if(HW_SANITIZE)
    set(hw_instrumented ON)
else()
    set(hw_instrumented OFF)
endif()
# Zeroed locals and the fortified C library belong into builds that are shipped: in the others they would
# hide reads of uninitialised memory from the tools that look for them.
check_c_compiler_flag("-ftrivial-auto-var-init=zero -Werror" HW_HAS_AUTO_VAR_INIT)
set(hw_shipped "$<AND:$<NOT:$<CONFIG:Debug>>,$<NOT:$<BOOL:${hw_instrumented}>>>")
list(APPEND HW_HARDENING "$<${hw_shipped}:SHELL:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3>")
if(HW_HAS_AUTO_VAR_INIT)
    list(APPEND HW_HARDENING "$<${hw_shipped}:-ftrivial-auto-var-init=zero>")
endif()

set(HW_LINK_HARDENING "")
foreach(flag -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed)
    string(MAKE_C_IDENTIFIER "HW_HAS${flag}" known)
    check_linker_flag(C ${flag} ${known})
    if(${known})
        list(APPEND HW_LINK_HARDENING ${flag})
    endif()
endforeach()

function(hw_flags target)
    target_compile_features(${target} PRIVATE c_std_11)
    set_target_properties(${target} PROPERTIES C_STANDARD 11 C_EXTENSIONS OFF C_VISIBILITY_PRESET hidden)
    target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L)
    # One multiplication and one addition stay two roundings, on every processor.
    target_compile_options(${target} PRIVATE ${HW_WARNINGS} -ffp-contract=off ${HW_HARDENING}
                           $<$<BOOL:${HW_WERROR}>:-Werror>)
    target_link_options(${target} PRIVATE ${HW_LINK_HARDENING})
    if(HW_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${HW_SANITIZE} -fno-sanitize-recover=all
                               -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${HW_SANITIZE})
    endif()
endfunction()
