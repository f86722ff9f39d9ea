#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes plan.xsd and xml.xsd from plan.rnc, of this version and of the earlier one: into this folder, or into the one that
# is named.
#
#     schema/make.sh [folder]
#
# trang says where the XSD is more lenient than the grammar; that is expected, and left out here.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for version in . 0.1; do
    out=${1:-$here}/$version
    mkdir -p "$out"
    rm -f "$out/plan.xsd" "$out/xml.xsd"
    trang "$here/$version/plan.rnc" "$out/plan.xsd" 2>&1 | grep -v 'approximating$' >&2 || true
    [ -s "$out/plan.xsd" ]
    [ -s "$out/xml.xsd" ]
done
