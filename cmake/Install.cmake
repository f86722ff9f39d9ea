# SPDX-License-Identifier: MIT
# What `cmake --install` puts where: libraries, headers, the grammars, homework.pc and the CMake package.
include(CMakePackageConfigHelpers)

set(hw_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/homework")

# Two export sets: users of the shared library need not have the libraries that the static one needs.
install(TARGETS homework EXPORT homeworkTargets)
install(TARGETS homework_static EXPORT homeworkStaticTargets)
install(EXPORT homeworkTargets NAMESPACE homework:: DESTINATION "${hw_package_dir}")
install(EXPORT homeworkStaticTargets NAMESPACE homework:: DESTINATION "${hw_package_dir}")
install(DIRECTORY include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp"
        PATTERN "*.modulemap")

install(DIRECTORY schema/ DESTINATION "${CMAKE_INSTALL_DATADIR}/homework/schema"
        FILES_MATCHING PATTERN "*.rnc" PATTERN "*.xsd" PATTERN "*.json")

configure_package_config_file(cmake/homeworkConfig.cmake.in "${PROJECT_BINARY_DIR}/homeworkConfig.cmake"
                              INSTALL_DESTINATION "${hw_package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/homeworkConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/homeworkConfig.cmake" "${PROJECT_BINARY_DIR}/homeworkConfigVersion.cmake"
        DESTINATION "${hw_package_dir}")

# homework.pc finds its prefix from its own place, so that an installed tree can be moved.
function(hw_pc_path out path)
    if(IS_ABSOLUTE "${path}")
        set(${out} "${path}" PARENT_SCOPE)
    else()
        set(${out} "\${prefix}/${path}" PARENT_SCOPE)
    endif()
endfunction()
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
    set(HW_PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
else()
    file(RELATIVE_PATH hw_pc_up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    string(REGEX REPLACE "/$" "" hw_pc_up "${hw_pc_up}")
    set(HW_PC_PREFIX "\${pcfiledir}/${hw_pc_up}")
endif()
hw_pc_path(HW_PC_LIBDIR "${CMAKE_INSTALL_LIBDIR}")
hw_pc_path(HW_PC_INCLUDEDIR "${CMAKE_INSTALL_INCLUDEDIR}")
list(JOIN HW_PC_LIBRARIES " " HW_PC_LIBS_PRIVATE)
configure_file(pkgconfig/homework.pc.in "${PROJECT_BINARY_DIR}/homework.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/homework.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
