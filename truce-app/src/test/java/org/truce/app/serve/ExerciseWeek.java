package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.truce.app.cli.Terminal;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;
import org.truce.app.keys.KeyFolder;
import org.truce.app.keys.Passphrase;
import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.assess.Evidence;
import org.truce.followup.Handover;
import org.truce.followup.NoticeBook;
import org.truce.followup.NoticeState;
import org.truce.record.Logged;
import org.truce.show.Asked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the exercise takes place: a mission's register, a clock that a test sets to a day, a
 * command line, and two people each at a desk of their own.
 */
final class ExerciseWeek implements AutoCloseable {
    static final String REGISTER = "exercise-watch";

    /** Stand in what is protected, and nowhere else. */
    static final List<String> SECRETS = List.of(
            "Zulu-Seven",
            "Paper Kite",
            "secret-host",
            "Hidden Well",
            "32.7123",
            "36.0456",
            "told by Yarub",
            "the baker",
            "Amal Haddad",
            "Basim Nasser",
            "Colonel Example",
            "whispered");

    private static final String ARCHIVE = "from-abu-ahmad";

    private final Path folder;
    private final Path file;
    private final Day clock = new Day();
    private final List<String> said = new ArrayList<>();
    private final List<EntryStore> stores = new ArrayList<>();
    private final List<DeskServer> desks = new ArrayList<>();

    /** The local day at eleven in the morning, until it is set to another. */
    private static final class Day extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("always UTC");
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }

        synchronized void set(LocalDate day) {
            now = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        }
    }

    /** Founds the register on a day. */
    ExerciseWeek(Path folder, String day) throws IOException {
        this.folder = folder;
        file = folder.resolve("exercise.truce");
        Files.createDirectories(folder.resolve(REGISTER));
        day(day);
        take("register.yaml", """
            truce-register: 1
            title: Exercise
            observes: unevenly
            entered-afterwards: false
            sources-published: false
            """);
    }

    void day(String day) {
        clock.set(LocalDate.parse(day));
    }

    Clock clock() {
        return clock;
    }

    /** What successful commands said to a person. */
    List<String> said() {
        return said;
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    Ran run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--store", file.toString()));
        words.addAll(List.of(more));
        return Terminal.runAt(clock, words.toArray(String[]::new));
    }

    /** A command that does what it is asked. */
    String done(String command, String... more) {
        Ran ran = run(command, more);
        assertThat(ran.exit())
                .as(command + " " + List.of(more) + "\n" + ran.err())
                .isZero();
        said.add(ran.err());
        return ran.out();
    }

    /** A command that is refused with what to do. */
    void refused(String says, String command, String... more) {
        long before = size();
        Ran ran = run(command, more);
        assertThat(ran.exit()).as(command + "\n" + ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(says);
        assertThat(size()).as("nothing was put down").isEqualTo(before);
    }

    private long size() {
        return Files.exists(file) ? listAll().size() : 0;
    }

    /** Takes in a file of the register. */
    void take(String name, String content) throws IOException {
        Path path = Files.writeString(folder.resolve(REGISTER).resolve(name), content);
        done("import", "--register", REGISTER, path.toString());
    }

    /** A report of shelling in Daraa by the Syrian government's forces, from a kept source. */
    void report(String id, String day, String... more) throws IOException {
        List<String> values = new ArrayList<>(List.of(
                "report_id", id,
                "source", "Informant Zulu-Seven (via Paper Kite)",
                "source_url", "https://secret-host.example/" + id,
                "published", day,
                "occurred_from", day + "T04:30",
                "date_precision", "hour",
                "place_name", "Hidden Well farm",
                "lat", "32.7123",
                "lon", "36.0456",
                "place_precision", "exact",
                "target", "the baker",
                "note", "told by Yarub"));
        values.addAll(List.of(more));
        take(
                ARCHIVE + "-" + id + ".csv",
                ReportSheet.table(ReportSheet.row(values.toArray(String[]::new))));
    }

    /** The words with which a notice to Russia is drafted. */
    static String[] draft(String by, String incident, String severity, String text) {
        return new String[] {
            "--by",
            by,
            "--about",
            REGISTER + ":" + incident,
            "--to",
            "Russia",
            "--severity",
            severity,
            "--text",
            text,
            "--register",
            REGISTER,
            "--json"
        };
    }

    List<Logged> listAll() {
        try (EntryStore store = open()) {
            return store.listAll();
        }
    }

    private EntryStore open() {
        return SqliteStore.openExisting(
                file,
                new KeyFolder(KeyFolder.beside(file), new Passphrase(Map.of()), said::add),
                clock);
    }

    /** Notices as they stand on the day. */
    List<NoticeState> notices() {
        List<Logged> all = listAll();
        return new NoticeBook(Evidence.known(all, Optional.empty()), today()).list();
    }

    NoticeState notice(String id) {
        return notices().stream()
                .filter(state -> state.notice().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Damascus"));
    }

    Handover handover() {
        return Handover.of(listAll(), Optional.empty(), clock.instant());
    }

    boolean isOverdue(String commitment) {
        return handover().commitments().stream().anyMatch(one -> one.id().equals(commitment));
    }

    /** Somebody sits down at a desk of their own. */
    DeskBrowser sit(String by) {
        return new DeskBrowser(desk(by));
    }

    /** The address that somebody's own desk prints. */
    String address(String by) {
        return desk(by).address();
    }

    private DeskServer desk(String by) {
        EntryStore store = open();
        stores.add(store);
        DeskServer desk = DeskServer.start(store, REGISTER, by, 0, clock);
        desks.add(desk);
        return desk;
    }

    /** Of the desk at which somebody sat down last. */
    int port() {
        return desks.getLast().port();
    }

    /** The pages for readers. */
    Server serve() {
        EntryStore store = open();
        stores.add(store);
        return Server.start(store, 0, Asked.NOTHING, AssessSettings.USUAL, clock);
    }

    @Override
    public void close() {
        desks.forEach(DeskServer::close);
        stores.forEach(EntryStore::close);
    }
}
