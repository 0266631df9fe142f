import fc from 'fast-check';

/** Properties are tried with the same values in each run, so that a commit that passed passes again. `PROPERTY_SEED=$RANDOM npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
