/** The steps of the processes that follow a no. */
package dev.baton.rejection.step;
