/**
 * The duty officer's desk. Comes in: what somebody says that they did about a notice, or heard on
 * the hotline. Goes out: one entry of the register for it, and what an addressee gets. It may not
 * read a clock other than the one handed in, and knows neither the command line nor the browser.
 */
@NullMarked
package org.truce.app.desk;

import org.jspecify.annotations.NullMarked;
