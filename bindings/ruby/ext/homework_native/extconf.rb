# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# Builds what SWIG made (wrap.c) against the installed library.
require "mkmf"

pkg_config("homework") || abort("libhomework is not installed where pkg-config finds it (homework.pc)")
append_cflags("-w")
create_makefile("homework_native")
