package org.truce.app.strip;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Documents: written anew from what their pages reach, so that earlier states and hidden objects
 * are gone. Notes on pages go, and so do links; photos on pages are stripped as JPEG files are.
 */
final class Pdf {
    private static final List<COSName> LEFT_OUT = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("AF"),
            COSName.getPDFName("Thumb"),
            COSName.ANNOTS,
            COSName.AA,
            COSName.getPDFName("OPI"),
            COSName.getPDFName("Measure"),
            COSName.getPDFName("PtData"));

    /** Of the document itself only the pages and how they are named and read. */
    private static final Set<COSName> CATALOG = Set.of(
            COSName.TYPE,
            COSName.PAGES,
            COSName.PAGE_LABELS,
            COSName.LANG,
            COSName.getPDFName("OCProperties"),
            COSName.VERSION);

    private Pdf() {}

    static void strip(Path file, OutputStream out) throws IOException, CannotStrip {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            if (document.isEncrypted()) {
                throw new CannotStrip("it is encrypted: save it without a password first");
            }
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            if (catalog.containsKey(COSName.ACRO_FORM)) {
                throw new CannotStrip(
                        "it holds a form or a signature: print it into a new PDF first");
            }
            catalog.keySet().stream()
                    .filter(key -> !CATALOG.contains(key))
                    .toList()
                    .forEach(catalog::removeItem);
            COSDictionary trailer = document.getDocument().getTrailer();
            trailer.removeItem(COSName.INFO);
            trailer.removeItem(COSName.ID);
            clean(catalog);
            document.save(out, CompressParameters.NO_COMPRESSION);
        } catch (IOException | RuntimeException unreadable) {
            // The library's message may quote the document.
            throw new CannotStrip(
                    "it cannot be read as a PDF, is encrypted, or the copy found no room");
        }
    }

    /** Everything that the catalogue reaches, each once. */
    private static void clean(COSDictionary catalog) throws IOException, CannotStrip {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> left = new ArrayDeque<>();
        left.add(catalog);
        while (!left.isEmpty()) {
            COSBase next = left.removeLast();
            COSBase one = next instanceof COSObject object ? object.getObject() : next;
            if (one == null || !seen.add(one)) {
                continue;
            }
            if (one instanceof COSArray array) {
                array.forEach(item -> {
                    if (item != null) {
                        left.add(item);
                    }
                });
            } else if (one instanceof COSDictionary dictionary) {
                LEFT_OUT.forEach(dictionary::removeItem);
                if (dictionary instanceof COSStream stream) {
                    picture(stream);
                }
                dictionary.getValues().forEach(left::add);
            }
        }
    }

    private static void picture(COSStream stream) throws IOException, CannotStrip {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray several && several.size() == 1) {
            filters = several.getObject(0);
        }
        if (COSName.DCT_DECODE.equals(filters)) {
            ByteArrayOutputStream stripped = new ByteArrayOutputStream();
            try (InputStream in = stream.createRawInputStream()) {
                Jpeg.strip(Source.of(in.readAllBytes()), stripped);
            }
            try (OutputStream raw = stream.createRawOutputStream()) {
                stripped.writeTo(raw);
            }
        } else if (holds(filters, COSName.DCT_DECODE) || holds(filters, COSName.JPX_DECODE)) {
            throw new CannotStrip("a picture in it is of a kind that cannot be stripped");
        }
    }

    private static boolean holds(COSBase filters, COSName name) {
        if (filters instanceof COSArray several) {
            for (COSBase filter : several) {
                if (name.equals(filter)) {
                    return true;
                }
            }
            return false;
        }
        return name.equals(filters);
    }
}
