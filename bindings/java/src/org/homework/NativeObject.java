// SPDX-License-Identifier: MIT
package org.homework;

import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jetbrains.annotations.NotNull;

/**
 * An object of the library. It is freed when nothing refers to it any more; close() does so at once, which is worth while where
 * many are made, since the collector does not see how much memory is behind them: thousands that were dropped may wait for it. A closed one throws IllegalStateException.
 * Threads may share objects: their calls wait for each other.
 *
 * <p>
 * Two are equal if they are the same object of the library, as a record is that a plan gives out twice. What has no id shows
 * nothing but its class as text.
 *
 * @since 0.2
 */
public abstract class NativeObject implements AutoCloseable {
    final Handle handle;
    /** What this is a part of is not dropped before it. */
    private final NativeObject parent;

    NativeObject(long address, NativeObject parent, LongConsumer free) {
        this.parent = parent;
        handle = new Handle(this, address, parent, free, false);
    }

    /** Of a record, which a plan may own too. */
    NativeObject(long address, LongConsumer free) {
        parent = null;
        handle = new Handle(this, address, null, free, true);
    }

    /** Frees it; once more does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    /** Whether both are the same object of the library; what is closed equals itself only. */
    @Override
    public final boolean equals(Object other) {
        return this == other || (other != null && getClass() == other.getClass() && handle.isSame(((NativeObject) other).handle));
    }

    @Override
    public final int hashCode() {
        return handle.hash();
    }

    /** Its class, and its id if it has one. Never anything that was written about a person. */
    @Override
    public @NotNull String toString() {
        return getClass().getSimpleName();
    }

    final String shown(Supplier<String> id) {
        String name = getClass().getSimpleName();
        try {
            return name + "[" + id.get() + "]";
        } catch (IllegalStateException e) {
            return name + "[closed]";
        }
    }

    NativeObject parent() {
        return parent;
    }
}
