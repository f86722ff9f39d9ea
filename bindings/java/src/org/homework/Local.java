// SPDX-License-Identifier: MIT
package org.homework;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/**
 * A planned time by the clock of a zone, or a whole day.
 *
 * @param date the day
 * @param time whole seconds; null for the whole day
 * @since 0.2
 */
public record Local(@NotNull LocalDate date, @Nullable LocalTime time) {
    /** Fractions of seconds are refused. */
    public Local {
        Objects.requireNonNull(date, "date must not be null");
        if (time != null && time.getNano() != 0) {
            throw new IllegalArgumentException("planned times have whole seconds");
        }
    }

    /** A whole day. */
    public static @NotNull Local of(@NotNull LocalDate date) {
        return new Local(date, null);
    }

    /** A day and a time. */
    public static @NotNull Local of(@NotNull LocalDateTime time) {
        return new Local(time.toLocalDate(), time.toLocalTime());
    }

    /** Of ISO 8601: "2026-11-16" or "2026-11-16T20:30". */
    public static @NotNull Local parse(@NotNull String text) {
        return text.indexOf('T') < 0 ? of(LocalDate.parse(text)) : of(LocalDateTime.parse(text));
    }

    static Local read(String text) {
        return text == null ? null : parse(text);
    }

    /** ISO 8601. */
    @Override
    public @NotNull String toString() {
        return time == null ? date.toString() : date + "T" + Moment.CLOCK.format(time);
    }
}
