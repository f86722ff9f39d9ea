// SPDX-License-Identifier: MIT
package org.homework;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.annotations.NotNull;

/**
 * Whole civil days, then seconds of wall time; both with the same sign. A day is no 24 hours: clocks change.
 *
 * @param days civil days
 * @param seconds further seconds
 * @since 0.2
 */
public record Span(int days, int seconds) {
    private static final Pattern ISO = Pattern.compile("([-+]?)P(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");

    /** Refused: days one way and seconds the other. */
    public Span {
        if (Math.signum((float) days) * Math.signum((float) seconds) < 0) {
            throw new IllegalArgumentException("days and seconds have different signs");
        }
    }

    /** Civil days. */
    public static @NotNull Span ofDays(int days) {
        return new Span(days, 0);
    }

    /** Time by the clock, of whole seconds. */
    public static @NotNull Span of(@NotNull Duration duration) {
        if (duration.getNano() != 0) {
            throw new IllegalArgumentException("spans have whole seconds");
        }
        return new Span(0, Math.toIntExact(duration.getSeconds()));
    }

    /** Of ISO 8601: "P1DT2H", "-PT30M". */
    public static @NotNull Span parse(@NotNull String text) {
        Matcher match = ISO.matcher(text);
        if (!match.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw new IllegalArgumentException("not a span of ISO 8601");
        }
        int sign = match.group(1).equals("-") ? -1 : 1;
        long seconds = 3600L * part(match, 4) + 60L * part(match, 5) + part(match, 6);
        return new Span(sign * (7 * part(match, 2) + part(match, 3)), sign * Math.toIntExact(seconds));
    }

    static Span read(String text) {
        return text == null ? null : parse(text);
    }

    private static int part(Matcher match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    /** ISO 8601. */
    @Override
    public @NotNull String toString() {
        long clock = Math.abs((long) seconds);
        return (days < 0 || seconds < 0 ? "-P" : "P") + Math.abs((long) days) + "D" + (clock == 0 ? "" : "T" + clock + "S");
    }
}
