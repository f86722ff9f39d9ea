// SPDX-License-Identifier: MIT
package org.homework;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jetbrains.annotations.NotNull;

/**
 * Homework between therapy sessions: plans, occurrences, progress, reminders. This is where to begin.
 *
 * <pre>{@code
 * Plan plan = Homework.load(Path.of("plan.xml"));
 * for (var one : plan.occurrences(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23), Instant.now()))
 *     System.out.println(one.assignment() + " " + one.due() + " " + one.status().word());
 * }</pre>
 *
 * Every function of the C library is a method: hw_goal_title(goal) is goal.title(); what has no object is in Library.
 *
 * @since 0.2
 */
public final class Homework {
    private Homework() {
    }

    /** Reads a plan from a file of the system. The exception of one that is not valid has all its problems. */
    public static @NotNull Plan load(@NotNull Path path) {
        return reading(problems -> Library.fileLoad(file(path), null, problems));
    }

    /** Reads a plan from XML or JSON. */
    public static @NotNull Plan parse(@NotNull byte[] document) {
        boolean json = first(document) == '{';
        return reading(problems -> json ? Plan.fromJson(document, null, problems) : Plan.fromXml(document, null, problems));
    }

    /** Reads a plan from XML or JSON. */
    public static @NotNull Plan parse(@NotNull String document) {
        return parse(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a plan as XML, in the way that leaves the old file or the new one. */
    public static void save(@NotNull Plan plan, @NotNull Path path) {
        Library.fileReplace(file(path), plan.toXml().getBytes(StandardCharsets.UTF_8));
    }

    /** Who does something, on which device or desk, and when. */
    public static @NotNull Change change(@NotNull String by, @NotNull String origin, @NotNull Moment at) {
        return Change.create(at, by, origin);
    }

    /** Who does something, on which device or desk, and when. */
    public static @NotNull Change change(@NotNull String by, @NotNull String origin, @NotNull OffsetDateTime at) {
        return change(by, origin, Moment.of(at));
    }

    /** Who does something now. */
    public static @NotNull Change change(@NotNull String by, @NotNull String origin) {
        return change(by, origin, OffsetDateTime.now());
    }

    private static Plan reading(Function<Problems, Plan> read) {
        try (Problems problems = Problems.create()) {
            try {
                return read.apply(problems);
            } catch (HomeworkException e) {
                throw e.with(problems.rows());
            }
        }
    }

    /** The library opens files of the system; a path of another kind, as into an archive, is refused. */
    private static String file(Path path) {
        return path.toFile().getPath();
    }

    private static char first(byte[] document) {
        for (byte one : document) {
            if (one > ' ') {
                return (char) one;
            }
        }
        return ' ';
    }
}
