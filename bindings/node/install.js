// SPDX-License-Identifier: MIT
// `npm install` in a checkout: builds the library and the module for this Node.js, and puts what is made beside index.js.
"use strict";

const { execFileSync } = require("child_process");
const { copyFileSync, existsSync } = require("fs");
const path = require("path");

const root = path.resolve(__dirname, "..", "..");
if (!existsSync(path.join(root, "CMakeLists.txt"))) {
    process.exit(0); /* a package that was built elsewhere */
}
const build = path.join(root, "build", `node-${process.versions.modules}`);
const headers = path.resolve(process.execPath, "..", "..", "include", "node");
const run = (...words) => execFileSync("cmake", words, { stdio: "inherit" });
run("-S", root, "-B", build, "-DCMAKE_BUILD_TYPE=Release", "-DHW_BUILD_TESTS=OFF", "-DHW_BUILD_EXAMPLES=OFF", "-DHW_BUILD_BINDINGS=ON",
    "-DHW_HOSTS=node", "-DHW_NODE_BUNDLE=ON", ...(existsSync(headers) ? [`-DHW_NODE_INCLUDE_DIR=${headers}`] : []));
run("--build", build, "--target", "homework_node_package");
for (const name of ["homework.node", "api.json", "index.d.ts", "index.mjs"]) {
    copyFileSync(path.join(build, "bindings", "node", "homework", name), path.join(__dirname, name));
}
