/**
 * What was put down, by whom and when: the sealed entries, their canonical bytes, the hash chain of
 * each register's log and its check. Comes in: entries from intake and from people. Goes out:
 * entries with their place in the chain. It may not conclude anything from them, and it knows no
 * file and no database: the store keeps the bytes.
 */
@NullMarked
package org.truce.record;

import org.jspecify.annotations.NullMarked;
