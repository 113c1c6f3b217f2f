package org.truce.reading.text;

import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.Sequence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The models of OpenNLP for English, read once from the class path; safe to share. */
final class Models {
    private static final String PARTS = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String LEMMAS = "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";

    private Models() {}

    /** Finds parts of speech, one word after another; it keeps state, so each text has its own. */
    static final class Tagger {
        /** One way only: measured a third of the time of three, and no worse on our texts. */
        private static final int WAYS = 1;

        private static final int CACHED_CONTEXTS = 0;

        private final BeamSearch search = new BeamSearch(
                WAYS, Parts.MODEL.<MaxentModel>getArtifact("pos.model"), CACHED_CONTEXTS);
        private final opennlp.tools.postag.POSContextGenerator contexts =
                Parts.MODEL.getFactory().getPOSContextGenerator();
        private final opennlp.tools.util.SequenceValidator<String> validator =
                Parts.MODEL.getFactory().getSequenceValidator();

        /** A tag of Universal Dependencies for each word. */
        List<String> tag(String[] words) {
            Sequence best = search.bestSequence(words, null, contexts, validator);
            return List.copyOf(best.getOutcomes());
        }
    }

    static LemmatizerME lemmatizer() {
        return new LemmatizerME(Lemmas.MODEL);
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

    private static final class Lemmas {
        private static final LemmatizerModel MODEL = load();

        private static LemmatizerModel load() {
            try (InputStream in = open(LEMMAS)) {
                return new LemmatizerModel(in);
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
