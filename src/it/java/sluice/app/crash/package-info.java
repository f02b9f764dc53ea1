/** A real desk that dies at a given step of what it does. */
package sluice.app.crash;
