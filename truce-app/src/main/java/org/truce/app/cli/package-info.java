/** The command line: JSON on standard output, everything else on standard error. */
@NullMarked
package org.truce.app.cli;

import org.jspecify.annotations.NullMarked;
