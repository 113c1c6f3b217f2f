package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;

/**
 * An entry with all that can be made of it before it has a place in a log, so that many can be made
 * at once and none while others wait to write.
 *
 * @param whole whether all of its protected values are at hand
 * @param held its protected values as {@link Packed} writes them
 */
record Prepared(Entry entry, String kind, byte[] body, Hash bodyHash, String held, boolean whole) {
    static Prepared of(Entry entry, EntryCodec codec) {
        EntryCodec.Sealed sealed = codec.seal(entry);
        return new Prepared(
                entry,
                EntryCodec.kindOf(entry),
                sealed.body(),
                Hash.of(sealed.body()),
                Packed.text(sealed.values()),
                sealed.whole());
    }
}
