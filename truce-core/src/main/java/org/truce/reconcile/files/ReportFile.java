package org.truce.reconcile.files;

import org.truce.intake.PlainReport;

import java.util.List;

/**
 * The rows of one file.
 *
 * @param name as it is shown, unlike any other's
 * @param goesOn the name of the file whose source is its own; its own name where it is a source
 *     itself
 * @param source by whose name a taxonomy knows it: the file's name without its ending
 */
public record ReportFile(String name, String goesOn, String source, List<PlainReport> reports) {
    public ReportFile {
        reports = List.copyOf(reports);
    }
}
