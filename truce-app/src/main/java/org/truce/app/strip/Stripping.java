package org.truce.app.strip;

import org.truce.app.attach.MediaKind;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Makes the copy of a file of each kind. */
public final class Stripping {
    private Stripping() {}

    /**
     * Writes the copy of {@code file} to {@code out}. Throws {@link CannotStrip} when it is not
     * certain what is in the file; what was written until then is of no use.
     */
    public static void strip(Path file, MediaKind kind, OutputStream out)
            throws IOException, CannotStrip {
        Source in = Source.of(file);
        OutputStream to = new BufferedOutputStream(out, 1 << 16);
        switch (kind) {
            case JPEG -> Jpeg.strip(in, to);
            case PNG -> Png.strip(in, to);
            case WEBP -> Riff.webp(in, to);
            case GIF -> Gif.strip(in, to);
            case MP4, MOV -> new Mp4(in).strip(to);
            case MP3 -> Mp3.strip(in, to);
            case WAV -> Riff.wav(in, to);
            case OGG -> Ogg.strip(in, to);
            case PDF -> Pdf.strip(file, to);
            case UNKNOWN -> throw new CannotStrip("it is of no kind that can be stripped");
        }
        to.flush();
    }
}
