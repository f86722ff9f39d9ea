// SPDX-License-Identifier: MIT
package org.homework;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * The native side of an object. Whoever calls the library holds the handles of all objects of the call, in one order, so that
 * no other thread uses or frees one meanwhile. What was dropped without close() is freed when the next object is made: no
 * thread of ours is needed for that, and no java.lang.ref.Cleaner, which Android has from API 33 on only.
 */
final class Handle extends PhantomReference<NativeObject> {
    private static final ReferenceQueue<NativeObject> DROPPED = new ReferenceQueue<>();
    private static final Queue<Handle> LATER = new ConcurrentLinkedQueue<>();
    private static final Set<Handle> LIVE = ConcurrentHashMap.newKeySet();
    private static final AtomicLong MADE = new AtomicLong();

    private final ReentrantLock lock;
    private final long order;
    private final Handle owner;
    private final LongConsumer free;
    private long address;

    /** Of an object of its own, or of a part of `parent`, which is freed with that. */
    Handle(NativeObject object, long address, NativeObject parent, LongConsumer free) {
        super(object, DROPPED);
        this.address = address;
        this.free = free;
        owner = parent == null ? null : parent.handle;
        lock = owner == null ? new ReentrantLock() : owner.lock;
        order = owner == null ? MADE.incrementAndGet() : owner.order;
        if (owner == null) {
            LIVE.add(this);
        }
        freeDropped();
    }

    static long address(NativeObject object) {
        return object == null ? 0 : object.handle.address();
    }

    /** The class is asked for, since a raw list can hold anything. */
    static long[] addresses(List<? extends NativeObject> objects, Class<? extends NativeObject> type) {
        return objects == null ? null : objects.stream().mapToLong(one -> address(type.cast(one))).toArray();
    }

    /** Only of one that is held. */
    long address() {
        if (address == 0 || (owner != null && owner.address == 0)) {
            throw new IllegalStateException("it is closed");
        }
        return address;
    }

    void hold() {
        lock.lock();
    }

    void release() {
        lock.unlock();
    }

    static Handle[] hold(NativeObject... objects) {
        List<Handle> held = new ArrayList<>(objects.length);
        for (NativeObject one : objects) {
            if (one != null) {
                held.add(one.handle);
            }
        }
        held.sort(Comparator.comparingLong(one -> one.order));
        held.forEach(Handle::hold);
        return held.toArray(new Handle[0]);
    }

    static Handle[] hold(List<? extends NativeObject> several, NativeObject... objects) {
        List<NativeObject> all = new ArrayList<>();
        if (several != null) {
            all.addAll(several);
        }
        for (NativeObject one : objects) {
            all.add(one);
        }
        return hold(all.toArray(new NativeObject[0]));
    }

    static void release(Handle... held) {
        for (Handle one : held) {
            one.release();
        }
    }

    /** Once; a part is only forgotten. */
    void close() {
        hold();
        try {
            long freed = address;
            address = 0;
            LIVE.remove(this);
            if (freed != 0 && owner == null) {
                free.accept(freed);
            }
        } finally {
            release();
        }
    }

    /** Handles in use, for tests. */
    static int live() {
        freeDropped();
        return LIVE.size();
    }

    /** A method may still run in another thread although nothing refers to its object any more: then later. */
    private static void freeDropped() {
        Queue<Handle> busy = new ArrayDeque<>();
        for (Handle one = LATER.poll(); one != null; one = LATER.poll()) {
            closeOrKeep(one, busy);
        }
        for (Reference<? extends NativeObject> one = DROPPED.poll(); one != null; one = DROPPED.poll()) {
            closeOrKeep((Handle) one, busy);
        }
        LATER.addAll(busy);
    }

    private static void closeOrKeep(Handle one, Queue<Handle> busy) {
        if (!one.lock.tryLock()) {
            busy.add(one);
            return;
        }
        try {
            one.close();
        } finally {
            one.lock.unlock();
        }
    }
}
