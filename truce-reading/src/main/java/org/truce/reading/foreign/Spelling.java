package org.truce.reading.foreign;

import java.util.List;

/** How a language's words are looked up, whatever way they are written. */
interface Spelling {
    /** One spelling for what is written in several. */
    String key(String form);

    /** A key, and the key without the particles written as one with it; the longest first. */
    List<String> variants(String key);
}
