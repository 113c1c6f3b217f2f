package org.truce.app.serve;

import org.truce.show.HandoverView;

import java.util.List;

/** Notices on the desk's first page that wait for the same. */
public record DeskGroup(String title, List<HandoverView.Waiting> notices) {
    public DeskGroup {
        notices = List.copyOf(notices);
    }
}
