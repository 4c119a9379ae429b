"""What follows a title: where a work appeared, who edited it and printed it, volume and pages."""
