// SPDX-License-Identifier: MIT
// The wrapper that SWIG writes. It keeps its classes once for a process, but each worker thread has objects of its own kind: so a
// worker loads a copy, which has classes of its own. The library underneath is the same.
"use strict";

const { copyFileSync, mkdtempSync, rmSync } = require("fs");
const { tmpdir } = require("os");
const path = require("path");
const { isMainThread } = require("worker_threads");

function copied(file) {
    const folder = mkdtempSync(path.join(tmpdir(), "homework-"));
    const own = { exports: {} };
    try {
        copyFileSync(file, path.join(folder, "homework.node"));
        process.dlopen(own, path.join(folder, "homework.node"));
    } finally {
        rmSync(folder, { recursive: true });
    }
    return own.exports;
}

module.exports = isMainThread ? require("./homework.node") : copied(path.join(__dirname, "homework.node"));
