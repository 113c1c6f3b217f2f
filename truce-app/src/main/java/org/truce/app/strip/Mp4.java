package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * MP4 and QuickTime videos. Every byte keeps its place, so that what points into the file still
 * does: boxes that are not known to be needed become free space of zeros; times and names in the
 * others become zeros; of the media data only the samples of pictures and sound stay. A track of
 * another kind, such as one of places, becomes free space with its samples.
 */
final class Mp4 {
    private static final Set<String> TRACK = Set.of("tkhd", "edts", "mdia");
    private static final Set<String> TABLE = Set.of(
            "stsd", "stts", "stss", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "sdtp", "cslg");
    private static final Set<String> DESCRIPTION = Set.of(
            "avcC", "hvcC", "av1C", "vpcC", "esds", "d263", "dac3", "dec3", "dOps", "dfLa", "alac",
            "pasp", "clap", "fiel", "gama", "chan", "wave", "frma", "damr", "dvcC", "dvvC");
    private static final Set<String> FRAGMENTS = Set.of("moof", "mvex", "sidx", "mfra", "styp");

    private final Source in;

    /** What is written in place of what stands there; {@code at} to its bytes. */
    private final TreeMap<Long, byte[]> written = new TreeMap<>();

    private final List<Range> blanks = new ArrayList<>();
    private final List<Range> samples = new ArrayList<>();
    private final List<Range> media = new ArrayList<>();

    Mp4(Source in) {
        this.in = in;
    }

    private record Range(long from, long to) {}

    /** @param from where its content begins */
    private record Box(String type, long at, long from, long to) {}

    private List<Box> boxes(long from, long to) throws CannotStrip {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= to) {
            long length = in.be32(at);
            long header = 8;
            if (length == 1) {
                length = in.be64(at + 8);
                header = 16;
            } else if (length == 0) {
                length = to - at;
            }
            if (length < header || length > to - at) {
                throw new CannotStrip("its boxes do not fit into one another");
            }
            boxes.add(new Box(in.text(at + 4, 4), at, at + header, at + length));
            at += length;
        }
        blank(at, to);
        return boxes;
    }

    private void blank(long from, long to) {
        if (to > from) {
            blanks.add(new Range(from, to));
        }
    }

    private void free(Box box) {
        written.put(box.at() + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
        blank(box.from(), box.to());
    }

    void strip(OutputStream out) throws IOException, CannotStrip {
        boolean shown = false;
        for (Box box : boxes(0, in.size())) {
            refuseFragments(box);
            switch (box.type()) {
                case "ftyp" -> {}
                case "moov" -> {
                    movie(box);
                    shown = true;
                }
                case "mdat" -> media.add(new Range(box.from(), box.to()));
                default -> free(box);
            }
        }
        if (!shown || samples.isEmpty()) {
            throw new CannotStrip("it holds neither pictures nor sound");
        }
        blankBetweenSamples();
        write(out);
    }

    private static void refuseFragments(Box box) throws CannotStrip {
        if (FRAGMENTS.contains(box.type())) {
            throw new CannotStrip("it is in fragments: save it as one whole video first");
        }
    }

    private void movie(Box movie) throws CannotStrip {
        for (Box box : boxes(movie.from(), movie.to())) {
            refuseFragments(box);
            switch (box.type()) {
                case "mvhd" -> blankTimes(box);
                case "trak" -> track(box);
                case "cmov" -> throw new CannotStrip("its directory is compressed");
                default -> free(box);
            }
        }
    }

    private void track(Box track) throws CannotStrip {
        Box within = get(track, "mdia");
        String handler = in.text(get(within, "hdlr").from() + 8, 4);
        if (!handler.equals("vide") && !handler.equals("soun")) {
            free(track);
            return;
        }
        for (Box box : boxes(track.from(), track.to())) {
            if (!TRACK.contains(box.type())) {
                free(box);
            } else if (box.type().equals("tkhd")) {
                blankTimes(box);
            } else if (box.type().equals("edts")) {
                keepOnly(box, Set.of("elst"));
            }
        }
        for (Box box : boxes(within.from(), within.to())) {
            switch (box.type()) {
                case "mdhd" -> blankTimes(box);
                case "hdlr" -> blank(box.from() + 12, box.to());
                case "minf" -> information(box, handler.equals("vide"));
                default -> free(box);
            }
        }
    }

    private void information(Box information, boolean video) throws CannotStrip {
        for (Box box : boxes(information.from(), information.to())) {
            switch (box.type()) {
                case "vmhd", "smhd" -> {}
                case "hdlr" -> blank(box.from() + 12, box.to());
                case "dinf" -> references(box);
                case "stbl" -> {
                    keepOnly(box, TABLE);
                    description(get(box, "stsd"), video);
                    samples(box);
                }
                default -> free(box);
            }
        }
    }

    /** An old kind of reference holds the name of the disk and of the folders. */
    private void references(Box dinf) throws CannotStrip {
        keepOnly(dinf, Set.of("dref"));
        Box list = get(dinf, "dref");
        for (Box one : boxes(list.from() + 8, list.to())) {
            if ((in.be32(one.from()) & 1) == 0) {
                throw new CannotStrip("its media lie in another file");
            }
            blank(one.from() + 4, one.to());
        }
    }

    private void description(Box list, boolean video) throws CannotStrip {
        for (Box entry : boxes(list.from() + 8, list.to())) {
            long fixed = entry.from() + 8;
            if (video) {
                blank(fixed, fixed + 16); // version and vendor
                blank(fixed + 34, fixed + 66); // the name of the compressor
                fixed += 70;
            } else {
                int version = in.be16(fixed);
                blank(fixed + 2, fixed + 8); // revision and vendor
                fixed += version == 0 ? 20 : version == 1 ? 36 : 56;
            }
            for (Box box : boxes(fixed, entry.to())) {
                boolean numbers = box.type().equals("colr")
                        && Set.of("nclx", "nclc").contains(in.text(box.from(), 4));
                if (!numbers && !DESCRIPTION.contains(box.type())) {
                    free(box);
                }
            }
        }
    }

    private void samples(Box table) throws CannotStrip {
        boolean wide = find(table, "stco").isEmpty();
        Box chunks = get(table, wide ? "co64" : "stco");
        Box sizes = get(table, "stsz");
        Box groups = get(table, "stsc");
        long same = in.be32(sizes.from() + 4);
        long all = in.be32(sizes.from() + 8);
        long groupCount = in.be32(groups.from() + 4);
        long sample = 0;
        long group = 0;
        for (long chunk = 1; chunk <= in.be32(chunks.from() + 4) && sample < all; chunk++) {
            while (group + 1 < groupCount
                    && in.be32(groups.from() + 8 + 12 * (group + 1)) <= chunk) {
                group++;
            }
            long here = Math.min(in.be32(groups.from() + 12 + 12 * group), all - sample);
            long place = chunks.from() + 8 + (wide ? 8 : 4) * (chunk - 1);
            long from = wide ? in.be64(place) : in.be32(place);
            long to = from;
            for (long i = 0; i < here; i++) {
                to += same > 0 ? same : in.be32(sizes.from() + 12 + 4 * (sample + i));
            }
            sample += here;
            samples.add(new Range(from, to));
        }
        if (same == 1 && all > 0) {
            throw new CannotStrip("its sound is in an old form whose sizes are not known");
        }
    }

    private void blankBetweenSamples() throws CannotStrip {
        samples.sort(Comparator.comparingLong(Range::from));
        for (Range sample : samples) {
            if (media.stream().noneMatch(m -> m.from() <= sample.from() && sample.to() <= m.to())) {
                throw new CannotStrip("its samples lie outside of its media data");
            }
        }
        for (Range whole : media) {
            long at = whole.from();
            for (Range sample : samples) {
                if (sample.from() >= whole.from() && sample.to() <= whole.to()) {
                    blank(at, sample.from());
                    at = Math.max(at, sample.to());
                }
            }
            blank(at, whole.to());
        }
    }

    private void blankTimes(Box box) throws CannotStrip {
        blank(box.from() + 4, box.from() + (in.u8(box.from()) == 1 ? 20 : 12));
    }

    private void keepOnly(Box parent, Set<String> types) throws CannotStrip {
        for (Box box : boxes(parent.from(), parent.to())) {
            if (!types.contains(box.type())) {
                free(box);
            }
        }
    }

    private Box get(Box parent, String type) throws CannotStrip {
        return find(parent, type)
                .orElseThrow(() -> new CannotStrip("its part '%s' is missing".formatted(type)));
    }

    private Optional<Box> find(Box parent, String type) throws CannotStrip {
        return boxes(parent.from(), parent.to()).stream()
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    private void write(OutputStream out) throws IOException, CannotStrip {
        blanks.sort(Comparator.comparingLong(Range::from));
        long at = 0;
        for (Range blank : blanks) {
            copy(at, blank.from(), out);
            at = Math.max(at, blank.from());
            for (; at < blank.to(); at += Math.min(blank.to() - at, 1 << 16)) {
                out.write(new byte[(int) Math.min(blank.to() - at, 1 << 16)]);
            }
        }
        copy(at, in.size(), out);
    }

    /** What stays, with the types of freed boxes in it. */
    private void copy(long from, long to, OutputStream out) throws IOException, CannotStrip {
        long at = from;
        while (at < to) {
            Long next = written.ceilingKey(at);
            if (next == null || next >= to) {
                in.copy(at, to, out);
                return;
            }
            in.copy(at, next, out);
            byte[] type = written.getOrDefault(next, new byte[0]);
            out.write(type);
            at = next + type.length;
        }
    }
}
