package org.truce.app.simulate;

import org.truce.app.exchange.PublishedLog;
import org.truce.app.feed.Corrections;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.app.store.StoreException;
import org.truce.base.Hash;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.simulate.Broken;
import org.truce.simulate.Network;
import org.truce.simulate.People;
import org.truce.simulate.Step;
import org.truce.simulate.Witness;
import org.truce.simulate.World;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** One run: the steps of a plan, done on real stores, and after each what must hold. */
public final class Simulation implements AutoCloseable {
    private static final int VERIFY_ONE_IN = 16;
    private static final int CUT_LINE_ONE_IN = 8;

    private final Tally tally = new Tally();
    private final Witness witness = new Witness();
    private final Network network = new Network();
    private final List<Node> nodes = new ArrayList<>();
    private final SeededKeys keys;
    private final Exchange exchange;
    private final Liars liars;
    private final Settling settling;
    private final Asking asking;
    private final List<Optional<DiskImage>> copies = new ArrayList<>();
    private Hash digest = Hash.ZERO;
    private long now;

    /**
     * What came of a run.
     *
     * @param digest over all steps and the states after them: the same for the same seed
     * @param broken what did not hold; empty when all did
     * @param at the number of the step after which it did not, from 0
     */
    public record Result(Hash digest, Tally tally, Optional<Broken> broken, int at) {}

    private Simulation(long seed, Path folder, Seams seams, Questions questions) {
        keys = new SeededKeys(seed);
        for (int i = 0; i < World.NODES; i++) {
            nodes.add(new Node(i, folder, keys, seams));
            copies.add(Optional.empty());
        }
        exchange = new Exchange(nodes, witness, tally);
        liars = new Liars(exchange, keys, folder);
        asking = new Asking(questions, tally);
        settling = new Settling(exchange, liars, asking, keys, folder, seams);
    }

    /**
     * Does the steps.
     *
     * @param folder empty; everything made in it is removed again
     */
    public static Result run(
            long seed, List<Step> steps, Path folder, Seams seams, Questions questions) {
        int at = 0;
        try (Simulation simulation = new Simulation(seed, folder, seams, questions)) {
            try {
                simulation.found(seed);
                for (; at < steps.size(); at++) {
                    simulation.step(steps.get(at));
                }
                return simulation.result(Optional.empty(), at);
            } catch (Broken broken) {
                return simulation.result(Optional.of(broken), at);
            } catch (RuntimeException fault) {
                Broken broken = new Broken("honest work goes on", fault.toString());
                broken.initCause(fault);
                return simulation.result(Optional.of(broken), at);
            }
        }
    }

    private Result result(Optional<Broken> broken, int at) {
        Network.Counts sent = network.counts();
        tally.add("network: sent", sent.sent());
        tally.add("network: lost", sent.lost());
        tally.add("network: doubled", sent.doubled());
        tally.add("network: cut short", sent.cut());
        return new Result(digest, tally, broken, at);
    }

    /** Every register declares itself; everybody is told its first key by voice. */
    private void found(long seed) {
        for (int i = 0; i < World.REGISTERS.size(); i++) {
            String register = World.REGISTERS.get(i);
            People people = new People(register, new Random(seed));
            List<Entry> first = new ArrayList<>(List.of(people.declaration()));
            if (i == 0) {
                first.addAll(people.yardstick());
            }
            Node home = nodes.get(World.home(i));
            home.store().append(first);
            exchange.signedAt(i);
            exchange.trust(i);
        }
        check();
    }

    private void step(Step step) {
        now++;
        nodes.forEach(node -> node.clock().tick());
        tally.add("step: " + step.getClass().getSimpleName());
        for (Network.Message message : network.arrived(now)) {
            exchange.deliver(nodes.get(message.to()), message.bytes(), message.whole());
        }
        perform(step);
        check();
        if (now % VERIFY_ONE_IN == 0) {
            nodes.get((int) (now / VERIFY_ONE_IN) % nodes.size()).checkWhole();
        }
        StringBuilder state = new StringBuilder(step.toString());
        nodes.forEach(node -> state.append('\n').append(Witness.standing(node.histories())));
        digest = Hash.of(digest.bytes(), state.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void check() {
        for (Node node : nodes) {
            List<Witness.History> histories = node.histories();
            witness.check(node.number(), histories);
            witness.acknowledged(node.number(), histories);
        }
    }

    private void perform(Step step) {
        switch (step) {
            case Step.Enter enter ->
                append(
                        enter.register(),
                        people(enter.register(), enter.chance()).entries());
            case Step.Amend amend -> amend(amend.register(), amend.chance());
            case Step.Decide decide -> decide(decide.register(), decide.chance());
            case Step.Destroy destroy -> destroy(destroy.register(), destroy.chance());
            case Step.Rotate rotate -> changeKey(rotate.register(), false);
            case Step.Revoke revoke -> changeKey(revoke.register(), true);
            case Step.Carry carry -> carry(carry);
            case Step.Follow follow -> follow(follow);
            case Step.SetClock set -> nodes.get(set.node()).clock().set(set.minutes());
            case Step.Break broken -> nodes.get(broken.node()).arm(broken.fault(), broken.chance());
            case Step.Restart restart -> restart(restart);
            case Step.KeepCopy keep ->
                copies.set(keep.node(), Optional.of(nodes.get(keep.node()).image()));
            case Step.PutBack back ->
                copies.get(back.node()).ifPresent(copy -> putBack(nodes.get(back.node()), copy));
            case Step.LoseLaptop lose -> liars.find(lose.register());
            case Step.SignStolen sign -> liars.sign(sign.register(), sign.to(), sign.chance());
            case Step.Deceive lie -> liars.deceive(lie);
            case Step.Ask ask -> ask(nodes.get(ask.node()), ask.chance());
            case Step.Settle settle -> settling.settle(settle.chance());
        }
    }

    private static People people(int register, long chance) {
        return new People(World.REGISTERS.get(register), new Random(chance));
    }

    private void append(int register, List<Entry> entries) {
        Node home = nodes.get(World.home(register));
        tally.add("entries written", entries.size());
        faultMet(home);
        Optional<List<Outcome>> outcomes = sign(register, () -> home.store().append(entries));
        exchange.signedAt(register);
        outcomes.ifPresent(all -> checkReceipts(home, entries, all));
    }

    /**
     * A home that was put back and signed on from there is told by its own later bundle, once one
     * waits there, that it had signed further; from then on it rightly signs no more. So is one
     * whose key somebody stole and signs with, until it has revoked that key.
     */
    private <T> Optional<T> sign(int register, Supplier<T> work) {
        Node home = nodes.get(World.home(register));
        try {
            return home.write(work);
        } catch (StoreException refused) {
            boolean older = String.valueOf(refused.getMessage()).contains("an older state of it");
            if (!older || !(asking.wasPutBack(home) || liars.maySign(register))) {
                throw refused;
            }
            tally.add("what may be an older state was not signed on");
            return Optional.empty();
        }
    }

    private void faultMet(Node node) {
        node.armed().ifPresent(fault -> tally.add("fault: " + name(fault)));
    }

    static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Each entry that was acknowledged can be found at once. */
    private static void checkReceipts(Node home, List<Entry> entries, List<Outcome> outcomes) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            EntryStore.Log log = home.store()
                    .findLog(entry.register())
                    .orElseThrow(() -> new Broken(Witness.LOST, "a whole log"));
            // Beyond where two histories part an entry is kept, and does not count.
            if (outcomes.get(i) == Outcome.RECORDED
                    && log.counts() == log.size()
                    && home.store().find(entry.register(), entry.id()).isEmpty()) {
                throw new Broken(
                        Witness.LOST,
                        "entry %s of register %s was acknowledged and is not there"
                                .formatted(entry.id(), entry.register()));
            }
        }
    }

    /** The register's reports as they were entered, at its home. */
    private List<Entry.Report> reports(int register) {
        String name = World.REGISTERS.get(register);
        return nodes.get(World.home(register)).store().listAll().stream()
                .map(Logged::entry)
                .filter(entry -> entry.register().equals(name))
                .filter(Entry.Report.class::isInstance)
                .map(Entry.Report.class::cast)
                .toList();
    }

    private void amend(int register, long chance) {
        List<Entry.Report> reports = reports(register);
        if (reports.isEmpty()) {
            return;
        }
        Random random = new Random(chance);
        Entry.Report report = reports.get(random.nextInt(reports.size()));
        Corrections corrections =
                new Corrections(nodes.get(World.home(register)).store(), "the place was another");
        List<Entry> made = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            corrections.withdraw(report.register(), "report", report.id()).ifPresent(made::add);
        } else if (corrections.correct(people(register, chance).corrected(report))
                instanceof Corrections.Made.Correction correction) {
            made.add(correction.entry());
        }
        if (!made.isEmpty()) {
            append(register, made);
        }
    }

    private void decide(int register, long chance) {
        List<Entry.Report> reports = reports(register);
        if (!reports.isEmpty()) {
            append(register, List.of(people(register, chance).decision(reports)));
        }
    }

    private void destroy(int register, long chance) {
        List<Entry.Report> reports = reports(register);
        if (!reports.isEmpty()) {
            Entry.Report report = reports.get(new Random(chance).nextInt(reports.size()));
            append(register, List.of(people(register, chance).destruction(report)));
        }
    }

    /** As {@code truce register rotate} and {@code revoke} do it. */
    private void changeKey(int register, boolean revoke) {
        Node home = nodes.get(World.home(register));
        EntryStore.Log log = home.store().findLog(World.REGISTERS.get(register)).orElseThrow();
        VerifierKey current = log.keys().current().orElseThrow();
        VerifierKey recovery = log.keys().recovery().orElseThrow();
        SigningKey next = keys.newKey(log.keys().origin());
        VerifierKey nextRecovery = revoke ? keys.newKey(log.keys().origin()).verifier() : recovery;
        SigningKey signer = keys.find(revoke ? recovery : current).orElseThrow();
        Entry.RegisterKey change = People.keyChange(
                log.register(),
                next.verifier().text(),
                next.verifier().id(),
                Optional.of(nextRecovery.text()),
                current.id(),
                revoke);
        faultMet(home);
        Optional<Boolean> done = sign(register, () -> {
            home.store().changeKey(change, signer);
            return true;
        });
        exchange.signedAt(register);
        if (done.isPresent() && !hasKey(home, log.register(), next.verifier())) {
            throw new Broken(Witness.LOST, "a change of keys was acknowledged and is not there");
        }
        if (revoke && done.isPresent()) {
            liars.revoked(register);
        }
    }

    private static boolean hasKey(Node home, String register, VerifierKey key) {
        return home.store().listLogs().stream()
                .anyMatch(log ->
                        log.register().equals(register) && log.keys().listKeys().contains(key));
    }

    private void carry(Step.Carry carry) {
        Node from = nodes.get(carry.from());
        Optional<EntryStore.Log> log = from.store().findLog(World.REGISTERS.get(carry.register()));
        if (log.isEmpty()) {
            return;
        }
        Random random = new Random(carry.chance());
        long since = random.nextBoolean() ? 0 : random.nextLong(log.get().size() + 1);
        boolean maySee = World.maySee(carry.to(), carry.register());
        byte[] bytes = from.export(log.get(), since, maySee);
        exchange.archive(bytes, carry.register(), maySee);
        network.send(carry.from(), carry.to(), bytes, now, random);
    }

    private void follow(Step.Follow follow) {
        Node to = nodes.get(follow.to());
        String register = World.REGISTERS.get(follow.register());
        long has = to.store().findLog(register).map(EntryStore.Log::size).orElse(0L);
        Random random = new Random(follow.chance());
        PublishedLog.find(nodes.get(follow.from()).store(), exchange.trusted(follow.register()))
                .flatMap(published -> published.bundle(has))
                .ifPresent(bytes -> {
                    boolean whole = random.nextInt(CUT_LINE_ONE_IN) != 0;
                    byte[] arriving =
                            whole ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    exchange.deliver(to, arriving, whole);
                });
    }

    private void restart(Step.Restart restart) {
        Node node = nodes.get(restart.node());
        tally.add("restart: " + name(restart.how()));
        switch (restart.how()) {
            case IN_ORDER -> node.restart();
            case KILLED -> node.beginFrom(node.image());
            case POWER_CUT -> node.powerCut();
        }
    }

    /** Truly signed, only old: what others have of it tells. */
    private void ask(Node node, long chance) {
        asking.ask(node, node.clock(), chance);
    }

    private void putBack(Node node, DiskImage copy) {
        String was = Witness.standing(node.histories());
        liars.keepEvidence(node);
        node.beginFrom(copy);
        liars.checkPutBackIsNoticed(node, !was.equals(Witness.standing(node.histories())));
        witness.putBack(node.number(), node.histories());
        asking.putBack(node);
        tally.add("lie: older copy put back");
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
