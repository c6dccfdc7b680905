/** Properties try the same inputs for every mutant, so that the score of the same code is the same; and do not shrink them. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 5, endOnFailure: true });
