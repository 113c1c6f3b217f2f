package org.truce.terms;

/** Whether something happened where a prohibition applies. */
sealed interface WhereTest permits PlaceTest, LineTest {
    Finding.Test of(PlaceTest.Asked asked);
}
