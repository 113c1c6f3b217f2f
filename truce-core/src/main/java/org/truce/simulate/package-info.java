/**
 * An invented world of registers, nodes, people, networks, broken disks and liars. Comes in: a
 * seed. Goes out: the steps of that world, what is sent in it, the lies told, and what must hold
 * after each step. It may not touch a file, a clock or a network, nor use chance that a seed does
 * not give again.
 */
@NullMarked
package org.truce.simulate;

import org.jspecify.annotations.NullMarked;
