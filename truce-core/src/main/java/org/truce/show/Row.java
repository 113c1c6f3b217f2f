package org.truce.show;

import org.truce.terms.Verdict;

import java.util.List;
import java.util.Optional;

/**
 * One incident in a table.
 *
 * @param day its first local day, ISO
 * @param when its time as the source gives it, with its precision in words
 * @param cell the key of its map cell, "lat,lon"; empty where its place is not shown
 * @param killed in words, with its range; empty where no report says
 * @param because the deciding reasons of the finding
 * @param refuted whether every report of it is refuted
 * @param decided what people decided on its truth, in sentences
 */
public record Row(
        String id,
        String day,
        String when,
        Optional<String> cell,
        String place,
        String type,
        Verdict verdict,
        String attribution,
        int reports,
        int origins,
        String killed,
        String because,
        boolean refuted,
        List<String> decided) {}
