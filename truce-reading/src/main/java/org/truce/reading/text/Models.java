package org.truce.reading.text;

import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The models of OpenNLP for English, read once from the class path; safe to share. */
final class Models {
    private static final String PARTS = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private Models() {}

    /** Finds parts of speech, one word after another; it keeps state, so each text has its own. */
    static final class Tagger {
        /** Sentences that a text repeats are tagged once, as long as there are so many. */
        private static final int REMEMBERED = 2_000;

        private final MaxentModel model = Parts.MODEL.getArtifact("pos.model");
        private final POSContextGenerator contexts =
                Parts.MODEL.getFactory().getPOSContextGenerator();
        private final Map<List<String>, List<String>> known = new HashMap<>();

        /** A tag of Universal Dependencies for each word. */
        List<String> tag(List<String> words) {
            List<String> tags = known.get(words);
            if (tags == null) {
                tags = find(words.toArray(String[]::new));
                if (known.size() >= REMEMBERED) {
                    known.clear();
                }
                known.put(words, tags);
            }
            return tags;
        }

        /**
         * The likeliest tag for each word after those before it. Keeping several rows of tags, as
         * the library's own search does, takes three times as long and is no better on our texts.
         */
        private List<String> find(String[] words) {
            String[] tags = new String[words.length];
            for (int i = 0; i < words.length; i++) {
                double[] likely = model.eval(contexts.getContext(i, words, tags, null));
                int best = 0;
                for (int k = 1; k < likely.length; k++) {
                    best = likely[k] > likely[best] ? k : best;
                }
                tags[i] = model.getOutcome(best);
            }
            return List.of(tags);
        }
    }

    private static final class Parts {
        private static final POSModel MODEL = load();

        private static POSModel load() {
            try (InputStream in = open(PARTS)) {
                return new POSModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static InputStream open(String name) {
        InputStream in = Models.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(
                    "the model " + name + " is not on the class path: build the program anew");
        }
        return in;
    }
}
