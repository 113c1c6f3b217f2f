package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.keys.KeyFolder;
import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.base.Phrases;
import org.truce.record.Entry;
import org.truce.show.Disclosure;
import org.truce.show.EntryView;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From a text to the record, by a person's word only. */
final class ReviewTest {
    /** Invented. */
    private static final String TEXT = """
        Foreign Minister Anna Vell spoke on Monday.
        "We will open the road to Hama," Vell said.
        She said the truce had held.
        The minister denied that the road had been closed.
        """;

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void make() throws IOException {
        store = folder.resolve("a.truce");
        assertThat(truce("register", "new", "north").exit()).isZero();
        Files.writeString(folder.resolve("text.txt"), TEXT);
    }

    private Ran truce(String command, String... words) {
        List<String> all = new ArrayList<>(List.of(command));
        List<String> rest = new ArrayList<>(List.of(words));
        if (command.equals("register")) {
            all.add(rest.removeFirst());
        }
        all.addAll(List.of("--store", store.toString()));
        all.addAll(rest);
        return Terminal.run(all.toArray(String[]::new));
    }

    private Ran save() {
        return truce(
                "read",
                "--save",
                "--lang",
                "en",
                "--date",
                "2031-03-04",
                folder.resolve("text.txt").toString());
    }

    private List<JsonNode> drafts(String... options) {
        List<String> words = new ArrayList<>(List.of("--json"));
        words.addAll(List.of(options));
        Ran ran = truce("review", words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.lines().stream().map(Shape::read).toList();
    }

    private String id(int index) {
        return drafts().get(index).path("draft").path("id").asString();
    }

    private Ran review(String act, String id, String... options) {
        List<String> words = new ArrayList<>(List.of(act, id, "--by", "duty officer"));
        words.addAll(List.of(options));
        return truce("review", words.toArray(String[]::new));
    }

    private long entries() {
        Ran ran = truce("verify", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return Shape.read(ran.out()).path("entries").asLong();
    }

    @Test
    void readingPutsNothingIntoTheRecordAndTwiceAddsNothing() throws IOException {
        long before = entries();
        assertThat(save().err()).contains("3 new drafts, 0 were there");
        assertThat(save().err()).contains("0 new drafts, 3 were there");
        assertThat(entries()).isEqualTo(before);
        assertThat(drafts()).hasSize(3);
        try (Stream<Path> files = Files.walk(folder.resolve("a.truce.review"))) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(
                                    Files.getPosixFilePermissions(file).toString())
                            .doesNotContain("GROUP")
                            .doesNotContain("OTHERS"));
        }
    }

    @Test
    void whatIsListedHasThePublishedShape() {
        save();
        assertThat(review("drop", id(1)).exit()).isZero();
        Shape listed = Shape.of("review");
        Shape draft = Shape.of("draft");
        assertThat(drafts("--all")).hasSize(3).allSatisfy(line -> {
            assertThat(listed.problems(line)).isEmpty();
            assertThat(draft.problems(line.path("draft"))).isEmpty();
        });
        assertThat(Shape.of("review-rates")
                        .problems(truce("review", "rates", "--json").out()))
                .isEmpty();
        assertThat(Shape.of("review-done")
                        .problems(review("drop", id(1), "--json").out()))
                .isEmpty();
    }

    @Test
    void anAcceptedDraftIsAnEntryWithItsSource() {
        save();
        String id = id(0);
        Ran shown = truce("review", "show", id);
        assertThat(shown.out())
                .contains("[[kind,content: We will open the road to ")
                .contains("[[speaker: Vell]]")
                .contains("“We will open the road to Hama” (Anna Vell)");
        Ran accepted = review("accept", id, "--set", "url=https://example.org/a", "--json");
        assertThat(accepted.exit()).as(accepted.err()).isZero();
        String entry = Shape.read(accepted.out()).path("entry").asString();
        assertThat(entry).startsWith("north:S-");
        assertThat(shownToTheHolder(entry))
                .contains("Anna Vell, ")
                .contains("https://example.org/a")
                // The words begin on the second line of the text.
                .anyMatch(value -> value.matches("text [0-9a-f]{64}, draft " + id + ":2"));
        assertThat(entries()).isEqualTo(3);
        assertThat(drafts()).hasSize(2);
        Ran again = review("accept", id);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("reviewed by duty officer and became " + entry);
        assertThat(entries()).isEqualTo(3);
    }

    private List<String> shownToTheHolder(String name) {
        try (EntryStore entries =
                SqliteStore.openExisting(store, KeyFolder.none(), Clock.systemUTC())) {
            Entry entry = entries.find("north", name.substring("north:".length()))
                    .orElseThrow()
                    .entry();
            return EntryView.of(entry, new Disclosure.Holder(), Phrases.in("en")).fields().stream()
                    .map(EntryView.Field::value)
                    .toList();
        }
    }

    @Test
    void whatAPersonMadeOfADraftIsKeptBesideIt() {
        save();
        String first = id(0);
        JsonNode before = drafts().getFirst().path("draft");
        Ran edited = review(
                "edit",
                first,
                "--set",
                "paraphrase=The road to Hama is to be opened",
                "--why",
                "shorter");
        assertThat(edited.exit()).as(edited.err()).isZero();
        assertThat(review("drop", id(0), "--why", "no statement").exit()).isZero();
        List<JsonNode> all = drafts("--all");
        assertThat(all.get(0).path("draft")).isEqualTo(before);
        assertThat(all.get(0).path("state").asString()).isEqualTo("edited");
        JsonNode review = all.get(0).path("reviews").get(0);
        assertThat(review.path("edited").get(0).asString()).isEqualTo("paraphrase");
        assertThat(review.path("fields").path("paraphrase").asString())
                .isEqualTo("The road to Hama is to be opened");
        assertThat(review.path("fields").path("speaker").asString()).isEqualTo("Anna Vell");
        assertThat(all.get(1).path("state").asString()).isEqualTo("dropped");
        assertThat(all.get(1).path("reviews").get(0).path("why").asString())
                .isEqualTo("no statement");
        assertThat(review("accept", all.get(1).path("draft").path("id").asString())
                        .exit())
                .isZero();
        JsonNode both = drafts("--all").get(1).path("reviews");
        assertThat(List.of(
                        both.get(0).path("act").asString(),
                        both.get(1).path("act").asString()))
                .isEqualTo(List.of("drop", "accept"));
    }

    /** The same words as for a row of a file. */
    @Test
    void aBadValueIsRefusedAsInAFile() throws IOException {
        save();
        long before = entries();
        Ran refused = review("edit", id(0), "--set", "date=2031-02-30");
        assertThat(refused.exit()).isEqualTo(2);
        Path row = Files.writeString(folder.resolve("statements.csv"), """
            speaker,role,date,place,kind,paraphrase,about,url
            Anna Vell,,2031-02-30,,claim,said,,
            """);
        Ran file = Terminal.run(
                "import",
                "--json",
                "--store",
                folder.resolve("b.truce").toString(),
                row.toString());
        JsonNode defect = Shape.read(file.out()).path("defects").get(0);
        assertThat(refused.err()).contains(defect.path("problem").asString());
        assertThat(entries()).isEqualTo(before);
        assertThat(drafts("--all").getFirst().path("reviews")).isEmpty();
    }

    @Test
    void acceptingWhatWasChangedAndEditingNothingAreRefused() {
        save();
        assertThat(review("accept", id(0), "--set", "kind=claim").err()).contains("kind");
        assertThat(review("edit", id(0)).err()).contains("nothing that was proposed is changed");
        assertThat(review("accept", id(0), "--set", "colour=red").err())
                .contains("speaker, role, date");
        assertThat(review("accept", id(0), "--register", "south").err())
                .contains("no register south");
        assertThat(review("accept", "D-000000000000").err()).contains("no draft");
        assertThat(drafts()).hasSize(3);
    }

    @Test
    void ratesCountEachDraftUnderEachOfItsRules() {
        save();
        List<JsonNode> all = drafts();
        review("accept", id(0));
        review("edit", id(0), "--set", "kind=threat");
        review("drop", id(0));
        List<String> states = List.of("accepted", "edited", "dropped");
        JsonNode rates = Shape.read(truce("review", "rates", "--json").out()).path("rates");
        Set<String> seen = new TreeSet<>();
        for (JsonNode rate : rates) {
            String rule = rate.path("rule").asString();
            seen.add(rule);
            for (int i = 0; i < states.size(); i++) {
                boolean has = rules(all.get(i)).contains(rule);
                assertThat(rate.path(states.get(i)).asInt()).as(rule).isEqualTo(has ? 1 : 0);
            }
            boolean edited = rules(all.get(1)).contains(rule);
            assertThat(rate.path("editedFields").path("kind").asInt()).isEqualTo(edited ? 1 : 0);
        }
        assertThat(seen).isNotEmpty();
        all.forEach(draft -> assertThat(seen).containsAll(rules(draft)));
    }

    private static List<String> rules(JsonNode listed) {
        List<String> rules = new ArrayList<>();
        listed.path("draft").path("rules").forEach(rule -> rules.add(rule.asString()));
        return rules;
    }

    @Test
    void aTextThatWasAlteredIsNotShownNorAccepted() throws IOException {
        save();
        String id = id(0);
        Path text;
        try (Stream<Path> texts = Files.list(folder.resolve("a.truce.review/texts"))) {
            text = texts.findFirst().orElseThrow();
        }
        Files.writeString(text, TEXT.replace("open", "shut"));
        long before = entries();
        assertThat(review("accept", id).err()).contains("altered");
        assertThat(truce("review", "show", id).exit()).isEqualTo(2);
        assertThat(entries()).isEqualTo(before);
    }

    /** What steers a terminal is written out. */
    @Test
    void hostileTextSteersNoTerminal() throws IOException {
        Files.writeString(
                folder.resolve("text.txt"),
                "Anna Vell said: \"The \u001b[2Jroad \u202Eis open\u202C"
                        + " <script>now</script>.\"\n");
        save();
        Ran shown = truce("review", "--next");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("‹U+202E›")
                .contains("<script>")
                .doesNotContain("\u202E")
                .doesNotContain("\u001b");
    }

    @Test
    void savingWantsAStore() {
        Ran ran = Terminal.run(
                "read",
                "--save",
                "--store",
                folder.resolve("none.truce").toString(),
                folder.resolve("text.txt").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("truce register new");
        assertThat(folder.resolve("none.truce.review")).doesNotExist();
        Ran database = Terminal.run(
                "read",
                "--save",
                "--store",
                "postgresql://localhost/none",
                folder.resolve("text.txt").toString());
        assertThat(database.exit()).isEqualTo(2);
        assertThat(database.err()).contains("TRUCE_REVIEW");
    }

    /** Invented. A count and an incident. */
    private static final String BULLETIN = """
        The western side recorded 9 cases of firing: 5 in Talodi and 3 in Dilling.

        Mortar shells hit a school in Talodi on Monday, killing three people and wounding four.
        """;

    private JsonNode draftOf(String type) {
        return drafts().stream()
                .map(line -> line.path("draft"))
                .filter(draft -> draft.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void saveBulletin() throws IOException {
        Files.writeString(folder.resolve("text.txt"), BULLETIN);
        assertThat(save().exit()).isZero();
    }

    private List<String> becomes(Ran reviewed) {
        assertThat(reviewed.exit()).as(reviewed.err()).isZero();
        return shownToTheHolder(Shape.read(reviewed.out()).path("entry").asString());
    }

    @Test
    void anAcceptedCountSaysWhatTheBulletinSaid() throws IOException {
        saveBulletin();
        JsonNode draft = draftOf("tally");
        assertThat(draft.path("flags").toString()).contains("contradicted");
        List<String> entry = becomes(review("accept", draft.path("id").asString(), "--json"));
        assertThat(entry)
                .contains("western side", "Talodi", "5", "9")
                .anyMatch(value -> value.contains("counted: firing"));
    }

    @Test
    void anEditedCountSaysWhatThePersonMadeOfIt() throws IOException {
        saveBulletin();
        String id = draftOf("tally").path("id").asString();
        assertThat(becomes(review("edit", id, "--set", "count=6", "--json")))
                .contains("western side", "Talodi", "6", "9")
                .doesNotContain("5");
        JsonNode reviewed = drafts("--all").stream()
                .filter(line -> line.path("draft").path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(reviewed.path("draft")
                        .path("fields")
                        .path("count")
                        .path("value")
                        .asString())
                .isEqualTo("5");
    }

    /** What a draft cannot know is added: how exact the place is, and who told it. */
    private List<String> incidentBecomes(String act, String... changed) throws IOException {
        saveBulletin();
        List<String> words = new ArrayList<>(List.of(
                "--set", "place_precision=town", "--set", "source=local council", "--json"));
        words.addAll(List.of(changed));
        String id = draftOf("incident").path("id").asString();
        return becomes(review(act, id, words.toArray(String[]::new)));
    }

    @Test
    void anAcceptedIncidentSaysWhatTheTextSaid() throws IOException {
        assertThat(incidentBecomes("accept"))
                .contains("Talodi", "local council", "school", "4")
                .anyMatch(value -> value.contains("mortar"));
        assertThat(drafts("--all").toString()).contains("weaponWords");
    }

    @Test
    void anEditedIncidentSaysWhatThePersonMadeOfIt() throws IOException {
        assertThat(incidentBecomes("edit", "--set", "injured=5", "--set", "target=clinic"))
                .contains("Talodi", "local council", "clinic", "5")
                .doesNotContain("school", "4");
    }

    @Test
    void whatWasDestroyedLeavesNoWordInTheQueue() throws IOException {
        save();
        Ran accepted = review("accept", id(0), "--json");
        String entry = Shape.read(accepted.out()).path("entry").asString();
        String name = entry.substring("north:".length());
        Ran asked =
                truce("destroy", "--register", "north", "--by", "head", "--why", "asked for", name);
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.out())
                .contains("would be removed")
                .contains("3 drafts, 2 of them waiting");
        assertThat(drafts()).hasSize(2);

        Ran done = truce(
                "destroy",
                "--register",
                "north",
                "--by",
                "head",
                "--why",
                "asked for",
                "--yes",
                "--json",
                name);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(Shape.of("destroy").problems(done.out())).isEmpty();
        assertThat(Shape.read(done.out()).path("texts").asInt()).isEqualTo(1);
        assertThat(drafts("--all")).isEmpty();
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder.resolve("a.truce.review"))) {
            left = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
        assertThat(left).hasSize(1);
        assertThat(Files.readString(left.getFirst()))
                .contains("\"head\"", "asked for", entry)
                .doesNotContain("Vell", "Hama", "truce had held");
        assertThat(save().err()).contains("was removed from the review queue").contains("head");
    }

    @Test
    void aBackupTakesTheQueueAlongAndItComesBackWithIt() throws IOException {
        save();
        review("drop", id(1));
        Ran backup = truce("backup", folder.resolve("b.truce").toString(), "--json");
        assertThat(backup.exit()).as(backup.err()).isZero();
        assertThat(Shape.of("backup").problems(backup.out())).isEmpty();
        assertThat(Shape.read(backup.out()).path("reviewFiles").asInt()).isEqualTo(3);
        List<JsonNode> before = drafts("--all");
        store = folder.resolve("b.truce");
        assertThat(drafts("--all")).isEqualTo(before).hasSize(3);
        assertThat(truce("review", "show", id(0)).out()).contains("We will open the road");
    }
}
