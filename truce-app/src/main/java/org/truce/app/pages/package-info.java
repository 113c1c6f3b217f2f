/**
 * Models from the show stage into HTML, by templates compiled with the program. Used by the server
 * and by the report command; it may not fetch or conclude anything.
 */
@NullMarked
package org.truce.app.pages;

import org.jspecify.annotations.NullMarked;
