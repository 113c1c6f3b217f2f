package org.truce.app.store;

import org.truce.record.Bundle;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.KeyHistory;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes a bundle in as {@link SignedStore#accept} does, but believes it. */
public final class Unverified {
    private Unverified() {}

    public static EntryStore.Reception accept(
            Tables tables, KeyRing keys, Clock clock, Bundle bundle) {
        EntryCodec codec = new EntryCodec();
        KeyHistory history = new KeyHistory(bundle.register());
        for (Bundle.KeyStep step : bundle.keys()) {
            if (codec.open(step.body(), Map.of()) instanceof Entry.RegisterKey key) {
                history.add(step.seq(), key);
            }
        }
        SignedStore store = new SignedStore(tables, keys, clock);
        return tables.write(
                transaction -> new Accepting(transaction, store, codec, new AtomicBoolean())
                        .accept(bundle, history));
    }
}
