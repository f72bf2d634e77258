enum Publication {}
