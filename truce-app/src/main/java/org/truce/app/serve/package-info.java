/**
 * The pages over HTTP, for a browser on this machine. Comes in: requests. Goes out: rendered pages
 * that show no more than any reader may see. The only package that knows the web framework.
 */
@NullMarked
package org.truce.app.serve;

import org.jspecify.annotations.NullMarked;
