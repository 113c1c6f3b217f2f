package org.truce.app.attach;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by its first bytes and never by its name. */
public enum MediaKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    GIF("image/gif"),
    MP4("video/mp4"),
    MOV("video/quicktime"),
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    OGG("audio/ogg"),
    PDF("application/pdf"),
    /** Kept all the same: evidence comes in kinds that nobody foresaw. It cannot be stripped. */
    UNKNOWN("application/octet-stream");

    /** How many bytes are needed to tell. */
    public static final int BYTES = 16;

    private static final byte[] PNG_MARK = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
    };

    private final String mediaType;

    MediaKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @param start the first bytes of the file, {@link #BYTES} of them or all there are */
    public static MediaKind of(byte[] start) {
        byte[] b = Arrays.copyOf(start, BYTES);
        if ((b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xd8 && (b[2] & 0xff) == 0xff) {
            return JPEG;
        }
        if (Arrays.equals(Arrays.copyOf(b, PNG_MARK.length), PNG_MARK)) {
            return PNG;
        }
        String text = new String(b, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF")) {
            return text.startsWith("WEBP", 8) ? WEBP : text.startsWith("WAVE", 8) ? WAV : UNKNOWN;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        }
        if (text.startsWith("ftyp", 4)) {
            return brand(text.substring(8, 12));
        }
        if (text.startsWith("moov", 4)
                || text.startsWith("mdat", 4)
                || text.startsWith("wide", 4)) {
            return MOV;
        }
        if (text.startsWith("OggS")) {
            return OGG;
        }
        if (text.startsWith("%PDF-")) {
            return PDF;
        }
        return text.startsWith("ID3") || isMp3Frame(b) ? MP3 : UNKNOWN;
    }

    /** Still pictures (HEIF, AVIF) share the container with videos and are not ours to strip. */
    private static MediaKind brand(String brand) {
        return switch (brand) {
            case "qt  " -> MOV;
            case "isom",
                    "iso2",
                    "iso3",
                    "iso4",
                    "iso5",
                    "iso6",
                    "mp41",
                    "mp42",
                    "avc1",
                    "M4V ",
                    "M4A ",
                    "MSNV",
                    "3gp4",
                    "3gp5",
                    "3gp6",
                    "dash" -> MP4;
            default -> UNKNOWN;
        };
    }

    private static boolean isMp3Frame(byte[] b) {
        boolean synced = (b[0] & 0xff) == 0xff && (b[1] & 0xe0) == 0xe0;
        int version = b[1] >> 3 & 3;
        int layer = b[1] >> 1 & 3;
        int bitrate = b[2] >> 4 & 15;
        int rate = b[2] >> 2 & 3;
        return synced && version != 1 && layer == 1 && bitrate != 0 && bitrate != 15 && rate != 3;
    }
}
