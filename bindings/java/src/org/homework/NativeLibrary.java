// SPDX-License-Identifier: MIT
package org.homework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Finds the native library: in the jar, under native/OS-ARCH; else, or if that cannot be loaded, where System.loadLibrary() looks,
 * as on Android.
 */
final class NativeLibrary {
    private static final String NAME = "homework_jni";

    private NativeLibrary() {
    }

    static void load() {
        String resource = "native/" + place() + "/" + System.mapLibraryName(NAME);
        try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource)) {
            if (packed != null) {
                loadCopy(packed);
                return;
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            loadInstalled(e);
            return;
        }
        System.loadLibrary(NAME);
    }

    /** What is in the jar cannot be unpacked, or not be run from where temporary files are. */
    private static void loadInstalled(Throwable why) {
        try {
            System.loadLibrary(NAME);
        } catch (UnsatisfiedLinkError e) {
            e.addSuppressed(why);
            throw e;
        }
    }

    /** linux-amd64 and the like. */
    private static String place() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
        return system + "-" + System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    }

    private static void loadCopy(InputStream packed) throws IOException {
        Path copy = Files.createTempFile("homework", ".native");
        try {
            Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
        } finally {
            if (!copy.toFile().delete()) {
                copy.toFile().deleteOnExit();
            }
        }
    }
}
