package org.truce.app.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.attach.MediaKind;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** The same picture or sound, and nothing of what was said beside it. */
final class StrippingTest {
    private static final String SECRET = "Observer Nimr, 32.62";

    @TempDir
    Path folder;

    private byte[] stripped(byte[] file) throws IOException, CannotStrip {
        Path path = Files.write(folder.resolve("file"), file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stripping.strip(path, MediaKind.of(Arrays.copyOf(file, MediaKind.BYTES)), out);
        assertThat(text(out.toByteArray())).doesNotContain("Nimr");
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] image(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(11);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 24; y++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** Exif in Intel's order: the orientation, and behind it what would be a name. */
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("II")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0);
        return segment(0xe1, join(bytes("Exif\0\0"), tiff.array(), bytes(SECRET)));
    }

    @Test
    void aJpegKeepsItsPixelsAndHowItIsTurned() throws IOException, CannotStrip {
        byte[] plain = image("jpg");
        byte[] start = Arrays.copyOf(plain, 2);
        byte[] rest = Arrays.copyOfRange(plain, 2, plain.length);
        byte[] told = join(
                start,
                exif(6),
                segment(0xe2, bytes("ICC_PROFILE\0" + SECRET)),
                segment(0xed, bytes(SECRET)),
                segment(0xfe, bytes(SECRET)),
                rest,
                bytes(SECRET));
        byte[] copy = stripped(told);
        assertThat(pixels(copy)).isEqualTo(pixels(plain));
        int at = text(copy).indexOf("Exif\0\0");
        assertThat(copy[at + 25]).isEqualTo((byte) 6);
        assertThat(stripped(copy)).isEqualTo(copy);
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(bytes(type));
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(bytes(type))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    @Test
    void aPngKeepsItsPixels() throws IOException, CannotStrip {
        byte[] plain = image("png");
        byte[] told = join(
                Arrays.copyOf(plain, 33),
                chunk("tEXt", bytes("Author\0" + SECRET)),
                chunk("eXIf", bytes(SECRET)),
                chunk("iCCP", bytes(SECRET)),
                chunk("prVt", bytes(SECRET)),
                Arrays.copyOfRange(plain, 33, plain.length),
                bytes(SECRET));
        assertThat(stripped(told)).isEqualTo(plain);
        byte[] packed = Arrays.copyOfRange(plain, 41, plain.length - 16);
        byte[] behind = join(
                Arrays.copyOf(plain, 33),
                chunk("IDAT", join(packed, bytes(SECRET))),
                chunk("IEND", bytes("")));
        assertThatThrownBy(() -> stripped(behind)).isInstanceOf(CannotStrip.class);
        byte[] unknown = join(
                Arrays.copyOf(plain, 33),
                chunk("NEWX", bytes("")),
                Arrays.copyOfRange(plain, 33, plain.length));
        assertThatThrownBy(() -> stripped(unknown)).isInstanceOf(CannotStrip.class);
    }

    @Test
    void aGifKeepsItsFrames() throws IOException, CannotStrip {
        byte[] plain = image("gif");
        int colours = (plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1);
        byte[] note = join(new byte[] {0x21, (byte) 0xfe, 20}, bytes(SECRET), new byte[1]);
        byte[] told = join(
                Arrays.copyOf(plain, 13 + colours),
                note,
                Arrays.copyOfRange(plain, 13 + colours, plain.length),
                bytes(SECRET));
        assertThat(pixels(stripped(told))).isEqualTo(pixels(plain));
    }

    private static byte[] riff(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes(type))
                .putInt(content.length)
                .put(content)
                .array();
    }

    @Test
    void aSoundKeepsItsSamples() throws IOException, CannotStrip {
        byte[] format =
                riff("fmt ", new byte[] {1, 0, 1, 0, 64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0});
        byte[] data = riff("data", new byte[] {1, 2, 3, 4});
        byte[] told = riff(
                "RIFF",
                join(
                        bytes("WAVE"),
                        format,
                        riff("bext", bytes(SECRET)),
                        data,
                        riff("LIST", bytes(SECRET))));
        byte[] plain = riff("RIFF", join(bytes("WAVE"), format, data));
        assertThat(stripped(join(told, bytes(SECRET)))).isEqualTo(plain);
        byte[] extended = riff(
                "fmt ", join(Arrays.copyOfRange(format, 8, 24), new byte[] {20, 0}, bytes(SECRET)));
        assertThat(stripped(riff("RIFF", join(bytes("WAVE"), extended, data)))).isEqualTo(plain);
    }

    @Test
    void anMp3KeepsItsFrames() throws IOException, CannotStrip {
        // MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame.
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0}, 417);
        byte[] sound = join(frame, frame, frame);
        byte[] tag = join(bytes("ID3"), new byte[] {3, 0, 0, 0, 0, 0, 20}, bytes(SECRET));
        byte[] last = Arrays.copyOf(bytes("TAG" + SECRET), 128);
        assertThat(stripped(join(tag, sound, last))).isEqualTo(sound);
    }

    /** Where the encoder's name stands depends on which parts of the table are there. */
    @Test
    void anMp3LosesTheNameOfItsEncoder() throws IOException, CannotStrip {
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0}, 417);
        for (int[] flagsAndLength : new int[][] {{0, 0}, {3, 8}, {7, 108}, {15, 112}}) {
            byte[] table = join(
                    Arrays.copyOf(frame, 36),
                    bytes("Xing"),
                    new byte[] {0, 0, 0, (byte) flagsAndLength[0]},
                    new byte[flagsAndLength[1]],
                    bytes("LAME3.99N"));
            byte[] told = join(Arrays.copyOf(table, 417), frame, frame);
            assertThat(text(stripped(told)))
                    .contains("LAME\0\0\0\0\0")
                    .doesNotContain("3.99")
                    .hasSize(told.length);
        }
    }

    @Test
    void aPdfLosesWhatIsSaidOfItAndInItsPictures() throws IOException, CannotStrip {
        byte[] jpeg = image("jpg");
        byte[] told =
                join(Arrays.copyOf(jpeg, 2), exif(1), Arrays.copyOfRange(jpeg, 2, jpeg.length));
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDImageXObject picture =
                    PDImageXObject.createFromByteArray(document, told, "photo.jpg");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 10, 10);
            }
            document.getDocumentInformation().setAuthor(SECRET);
            document.save(made);
        }
        assertThat(text(made.toByteArray())).contains("Nimr");
        byte[] copy = stripped(made.toByteArray());
        try (PDDocument document = Loader.loadPDF(copy)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            var resources = document.getPage(0).getResources();
            var name = resources.getXObjectNames().iterator().next();
            BufferedImage picture = ((PDImageXObject) resources.getXObject(name)).getImage();
            assertThat(picture.getRGB(0, 0, 40, 24, null, 0, 40)).isEqualTo(pixels(jpeg));
        }
    }

    @Test
    void whatIsCutShortOrUnknownIsRefused() throws IOException {
        byte[] jpeg = image("jpg");
        byte[] png = image("png");
        for (byte[] whole : new byte[][] {jpeg, png, image("gif")}) {
            byte[] cut = Arrays.copyOf(whole, whole.length - 20);
            assertThatThrownBy(() -> stripped(cut)).isInstanceOf(CannotStrip.class);
        }
        assertThatThrownBy(() -> stripped(bytes("a text of some kind")))
                .isInstanceOf(CannotStrip.class);
    }

    /** Whatever a file holds, it is stripped or refused; seeded. */
    @Test
    void noDamageBreaksIt() throws IOException {
        Random random = new Random(23);
        for (byte[] whole : new byte[][] {image("jpg"), image("png"), image("gif")}) {
            for (int round = 0; round < 200; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 3; i++) {
                    damaged[16 + random.nextInt(damaged.length - 16)] = (byte) random.nextInt();
                }
                try {
                    stripped(damaged);
                } catch (CannotStrip refused) {
                    assertThat(refused.getMessage())
                            .as("seed 23, round %d", round)
                            .isNotBlank();
                }
            }
        }
    }
}
