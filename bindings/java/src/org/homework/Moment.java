// SPDX-License-Identifier: MIT
package org.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/**
 * When something is or was: with the offset that the clock showed, or only the day. Fractions of seconds are cut off.
 *
 * @param date the day where it was
 * @param exact null where only the day is known
 * @since 0.2
 */
public record Moment(@NotNull LocalDate date, @Nullable OffsetDateTime exact) {
    static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxxxx");

    /** The date is that of the exact moment, if there is one. */
    public Moment {
        exact = exact == null ? null : exact.truncatedTo(ChronoUnit.SECONDS);
        Objects.requireNonNull(date, "date must not be null");
        if (exact != null && !exact.toLocalDate().equals(date)) {
            throw new IllegalArgumentException("the date is another day than the moment");
        }
    }

    /** An exact moment. */
    public static @NotNull Moment of(@NotNull OffsetDateTime exact) {
        return new Moment(exact.toLocalDate(), exact);
    }

    /** An exact moment; of its zone only the offset is kept. */
    public static @NotNull Moment of(@NotNull ZonedDateTime exact) {
        return of(exact.toOffsetDateTime());
    }

    /** Some time on a day. */
    public static @NotNull Moment of(@NotNull LocalDate date) {
        return new Moment(date, null);
    }

    /** Of ISO 8601: "2026-11-22T18:00:00+01:00", or a day. */
    public static @NotNull Moment parse(@NotNull String text) {
        return text.indexOf('T') < 0 ? of(LocalDate.parse(text)) : of(OffsetDateTime.parse(text));
    }

    static Moment read(String text) {
        return text == null ? null : parse(text);
    }

    /** Null where only the day is known. */
    public @Nullable Instant instant() {
        return exact == null ? null : exact.toInstant();
    }

    /** ISO 8601. */
    @Override
    public @NotNull String toString() {
        return exact == null ? date.toString() : TEXT.format(exact);
    }
}
