// SPDX-License-Identifier: MIT
package org.homework;

import java.util.function.LongConsumer;
import org.jetbrains.annotations.NotNull;

/**
 * The totals of questionnaires as arrays.
 *
 * @since 0.2
 */
public abstract class QuestionnaireTotals extends NativeObject {
    QuestionnaireTotals(long address, NativeObject parent, LongConsumer free) {
        super(address, parent, free);
    }

    /**
     * When, and what came out.
     *
     * @param days since 1970-01-01 by the clock of the person, with fractions
     * @param totals NaN where there is none
     */
    public record Totals(double[] days, double[] totals) {
    }

    /** The totals of one instrument, in the order in which they happened. */
    public @NotNull Totals series(@NotNull String instrument) {
        handle.hold();
        try {
            int count = Math.toIntExact(homeworkJNI.hw_questionnaires_series(handle.address(), instrument, null, null, 0));
            Totals made = new Totals(new double[count], new double[count]);
            homeworkJNI.hw_questionnaires_series(handle.address(), instrument, made.days, made.totals, count);
            return made;
        } finally {
            handle.release();
        }
    }
}
