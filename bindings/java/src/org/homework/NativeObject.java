// SPDX-License-Identifier: MIT
package org.homework;

import java.util.function.LongConsumer;

/**
 * An object of the library. It is freed when nothing refers to it any more; close() does so at once, which is worth while where
 * many are made, since the collector does not see how much memory is behind them. A closed one throws IllegalStateException.
 * Threads may share objects: their calls wait for each other.
 *
 * @since 0.2
 */
public abstract class NativeObject implements AutoCloseable {
    final Handle handle;
    /** What this is a part of is not dropped before it. */
    private final NativeObject parent;

    NativeObject(long address, NativeObject parent, LongConsumer free) {
        this.parent = parent;
        handle = new Handle(this, address, parent, free);
    }

    /** Frees it; once more does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    NativeObject parent() {
        return parent;
    }
}
