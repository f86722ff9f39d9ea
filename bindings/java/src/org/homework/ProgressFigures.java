// SPDX-License-Identifier: MIT
package org.homework;

import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import org.jetbrains.annotations.NotNull;

/**
 * The figures of progress by what they are about.
 *
 * @since 0.2
 */
public abstract class ProgressFigures extends NativeObject {
    ProgressFigures(long address, NativeObject parent, LongConsumer free) {
        super(address, parent, free);
    }

    /**
     * A metric of a subject.
     *
     * @param value empty if it is undefined
     * @param undefined why it is
     * @param numerator of a share
     * @param denominator of a share
     * @param n of how many values
     * @param few whether these are too few to tell much
     */
    public record Figure(@NotNull OptionalDouble value, @NotNull Undefined undefined, long numerator, long denominator, long n, boolean few) {
    }

    /** A metric of the assignment, goal or plan of an id. Throws IllegalArgumentException if there is none. */
    public @NotNull Figure figure(@NotNull String subject, @NotNull Metric metric) {
        Progress progress = (Progress) this;
        for (long i = 0; i < progress.subjectCount(); i++) {
            if (progress.subjectId(i).equals(subject)) {
                return figure(i, metric);
            }
        }
        throw new IllegalArgumentException("there is no such subject");
    }

    /** A metric of a subject by its index. */
    public @NotNull Figure figure(long subject, @NotNull Metric metric) {
        Progress progress = (Progress) this;
        if (subject < 0 || subject >= progress.subjectCount()) {
            throw new IndexOutOfBoundsException("subject " + subject);
        }
        return new Figure(progress.value(subject, metric), progress.undefined(subject, metric), progress.numerator(subject, metric),
                progress.denominator(subject, metric), progress.n(subject, metric), progress.few(subject, metric));
    }
}
