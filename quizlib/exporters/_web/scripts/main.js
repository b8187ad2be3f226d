showStart(new Kept());
