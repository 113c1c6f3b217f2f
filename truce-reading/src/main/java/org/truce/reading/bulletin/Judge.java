package org.truce.reading.bulletin;

import java.util.Set;

/** Says how likely a number is a count of what bulletins count. */
@FunctionalInterface
interface Judge {
    /**
     * The logarithm of its odds in hundredths: above 0 it is likelier than not.
     *
     * @param start where the number stands, in code points of the text
     */
    int odds(int start, Set<String> traits);
}
