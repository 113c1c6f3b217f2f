/** The pages in a real browser, served from a real store. */
@NullMarked
package org.truce.app.browser;

import org.jspecify.annotations.NullMarked;
