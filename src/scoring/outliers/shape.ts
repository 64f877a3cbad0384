/** Below so many known values quartiles and moments say too little of what is an outlier. */
export const fewestForShape = 10;
